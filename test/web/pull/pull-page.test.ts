import { describe, expect, test } from 'vitest';
import { as, testPages } from '../test-pages.ts';
import { explainedOf, samplePull, samplePulls } from './sample-pull.ts';

const pages = testPages({ pulls: samplePulls() });
const home = '/r/acme/open/pull/30';

async function asked(path: string, routes = pages): Promise<{ status: number; page: string }> {
  const answer = await routes.request(path, { headers: as('ana') });
  return { status: answer.status, page: await answer.text() };
}

const sectionOf = (page: string, id: string): string => page.split(`id="${id}"`)[1]?.split('</section>')[0] ?? '';
const plain = (markup: string): string => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the page of a pull request', () => {
  test('says in a sentence what holds it back, and of each gate how it stands and why', async () => {
    const { status, page } = await asked(home);
    expect(status).toBe(200);
    const text = plain(sectionOf(page, 'standing'));
    expect(text).toMatch(/Held back by .*coverage/);
    expect(text).toContain('does not hold');
    expect(sectionOf(page, 'standing')).toContain('data-live="30"');
  });

  test('says what would turn each gate green, who acts and for what', async () => {
    const text = plain(sectionOf((await asked(home)).page, 'green'));
    expect(text).toContain('Who acts: whoever works on the change');
    expect(text).toMatch(/\d+ actions?/);
    expect(text).toContain('and');
  });

  test('shows the tree worst first, unfolding, and leads to all of a gate that is long', async () => {
    const { page } = await asked(home);
    const tree = sectionOf(page, 'why');
    expect(tree).toContain('<details open>');
    expect(plain(tree)).toContain('Next step:');
    expect(tree).toContain(`${home}?gate=readiness#why`);
    const whole = (await asked(`${home}?gate=readiness`)).page;
    expect(whole.length).toBeGreaterThan(page.length / 2);
    expect(plain(sectionOf(whole, 'why'))).not.toContain('not shown here');
  });

  test('names its inputs: uploads with origin, age and digest, people, configuration, checks, tree', async () => {
    const text = plain(sectionOf((await asked(home)).page, 'inputs'));
    expect(text).toContain('sprintgate-api verified: acme/ci/.github/workflows/evidence.yml@refs/heads/main');
    expect(text).toContain('sprintgate-panel self-reported');
    expect(text).toContain('run 512, attempt 2');
    expect(text).toContain('4 hours before');
    expect(text).toMatch(/Digest of what was read: [0-9a-f]{16}/);
    expect(text).toContain('architecture-review approved @ana');
    expect(text).toContain('construir@1');
    expect(text).toContain('lint success github-actions');
    expect(text).toContain('GitHub refused it: HTTP 422');
    expect(text).toContain('3 files in the commit');
  });

  test('lists decisions with a strip and links, and says which are erased or were changed', async () => {
    const section = sectionOf((await asked(home)).page, 'history');
    expect(section).toContain('<svg class="strip"');
    expect(section).toContain(`${home}?at=38`);
    expect(section).toContain(`${home}?before=17#history`);
    expect(section).not.toContain('?at=23');
    expect(plain(section)).toContain('What this decision said was erased.');
    expect(plain(section)).toContain('in a merge group');
  });

  test('gives the receipt, and how it is checked', async () => {
    const text = plain(sectionOf((await asked(home)).page, 'receipt'));
    expect(text).toMatch(/41:[0-9a-f]{64}/);
    expect(text).toMatch(/44:[0-9a-f]{64}/);
    expect(text).toContain('sprintgate ledger replay 41 --repo acme/open');
  });

  test('escapes what people wrote, wherever it stands', async () => {
    for (const path of [home, `${home}?gate=readiness`, `${home}/simulate?label=%3Cscript%3Ealert(3)%3C/script%3E&date=%22%3E%3Cscript%3E`]) {
      const { page } = await asked(path);
      expect(page).not.toMatch(/<script(?! src="\/assets\/)|<img|<b>/);
      expect(page).toContain('Release &lt;img src=x onerror=alert(1)&gt; &amp; &quot;friends&quot;');
    }
  });

  test('speaks the reader’s language, and marks verdicts in the repository’s', async () => {
    const { page } = await asked(`${home}?lang=es`);
    expect(plain(sectionOf(page, 'standing'))).toContain('Lo detiene:');
    expect(sectionOf(page, 'standing')).toContain('<span lang="en">');
    expect((await asked(home)).page).not.toContain('<span lang="en">');
  });

  test('of an earlier decision says so, and leads to the newest; a number that is none leads nowhere', async () => {
    const { page } = await asked(`${home}?at=38`);
    expect(page).toContain('This is an earlier decision.');
    expect(sectionOf(page, 'standing')).not.toContain('data-live');
    for (const at of ['39', 'x', '-1', '9999999999']) expect((await asked(`${home}?at=${at}`)).status).toBe(404);
  });

  test('of an erased decision says that it is erased', async () => {
    const { status, page } = await asked(`${home}?at=23`);
    expect(status).toBe(200);
    expect(page).toContain('What this decision said was erased.');
  });

  test('that was never judged says so, and how to have it looked at', async () => {
    const { status, page } = await asked('/r/acme/open/pull/7', testPages());
    expect(status).toBe(200);
    expect(plain(page)).toContain('Never judged.');
    expect(page).toContain('<code>/sprintgate recheck</code>');
    expect((await asked('/r/acme/open/pull/0', testPages())).status).toBe(404);
  });

  test('stays small with 2,000 criteria and 400 components, and is rendered in no time', async () => {
    const explained = explainedOf(samplePull());
    const readiness = explained.gates.find(({ verdict }) => verdict.gate === 'readiness');
    const [child] = readiness?.verdict.children ?? [];
    if (!readiness || !child) throw new Error('the sample has a release');
    const children = Array.from({ length: 2_400 }, (_, at) => ({ ...child, id: `c${at}`, title: `Criterion ${at}` }));
    const actions = children.flatMap(({ id, title }) => readiness.actions.slice(0, 1).map((action) => ({ ...action, what: id, subjects: [{ id, title }] })));
    const many = {
      ...explained,
      gates: explained.gates.map((gate) => (gate === readiness ? { ...gate, actions, verdict: { ...gate.verdict, children } } : gate)),
    };
    const routes = testPages({ pulls: { ...samplePulls(), explained: async () => many } });
    const { page } = await asked(home, routes);
    expect(page.length).toBeLessThan(120_000);
    expect(plain(page)).toContain('more are not shown here');
  });
});

describe('what if', () => {
  const result = async (query: string) => plain(sectionOf((await asked(`${home}/simulate?${query}`)).page, 'result'));

  test('a figure of coverage is supposed: the component flips, and its gate', async () => {
    const text = await result('coverage.api=90');
    expect(text).toMatch(/Coverage Before !?✕ does not hold → After ✓ holds/);
    expect(await result('coverage.api=89,00')).toContain('Nothing flips.');
  });

  test('a checkpoint, a waiver, an attestation, a day, a milestone and a label are supposed', async () => {
    expect(await result('approve=model-review&approve=security-review&date=2027-03-02&milestone=s01&label=a,b')).toContain('With what you suppose');
    expect(await result('waive=entry.business-case')).toContain('✓ holds');
  });

  test('what cannot be supposed, or is not understood, is said', async () => {
    expect(await result('approve=nothing')).toContain('there is no checkpoint &quot;nothing&quot;');
    expect(await result('date=2027-02-30')).toContain('This was not understood, and left out: date: 2027-02-30');
    expect(await result('coverage.api=101')).toContain('coverage.api: 101');
    expect(await result(`label=${'x,'.repeat(50)}y&${Array.from({ length: 60 }, (_, at) => `waive=c${at}`).join('&')}`)).toContain('left out: waive');
    expect(await result('')).toContain('Nothing was supposed yet.');
  });

  test('the form keeps what was asked', async () => {
    const { page } = await asked(`${home}/simulate?date=2027-04-01&coverage.api=91&milestone=s05`);
    expect(page).toContain('value="2027-04-01"');
    expect(page).toMatch(/name="coverage\.api"[^>]*value="91"/);
    expect(page).toMatch(/<option value="s05" [^>]*selected/);
  });
});

test('a decision of which what was seen is gone shows its verdicts alone', async () => {
  const lost = { ...explainedOf(samplePull()), seen: null, offers: null };
  const routes = testPages({ pulls: { ...samplePulls(), explained: async () => lost } });
  const { page } = await asked(home, routes);
  expect(page).toContain('is not kept whole any more');
  expect(page).not.toContain('id="inputs"');
  expect(plain(sectionOf(page, 'why'))).toContain('Next step:');
});
