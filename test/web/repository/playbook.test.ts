import { describe, expect, test } from 'vitest';
import { as, noRepositories, testPages } from '../test-pages.ts';
import { samplePorts } from './sample-case.ts';

const get = (path: string, ports = samplePorts()) => testPages(ports).request(path, { headers: as('ana') });
const pageOf = async (path: string, ports = samplePorts()) => (await get(path, ports)).text();

describe('a playbook', () => {
  test.each(['es', 'en'])('is browsable in all its parts, none of them heavy (%s)', async (lang) => {
    for (const section of ['plan', 'criteria', 'items', 'parameters']) {
      const answer = await get(`/playbook/construir@1?lang=${lang}&section=${section}`);
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page.length).toBeLessThan(130_000);
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).toContain('<caption');
    }
  });

  test('says how a criterion is decided in words, for whom, and by whom alone', async () => {
    const page = await pageOf('/playbook/construir@1?lang=en&section=criteria&category=security');
    expect(page).toContain('attestation by');
    expect(page).toContain('Why a person alone');
    expect(page).toContain('<span class="tag">Tier 1</span>');
  });

  test('names floors, checkpoints with who signs, and parameters that the team sets', async () => {
    const plan = await pageOf('/playbook/construir@1?lang=en');
    for (const said of ['95 %', 'Architecture review', 'href="/playbook/construir@1?section=criteria&block=s00"']) expect(plan).toContain(said);
    expect(await pageOf('/playbook/construir@1?lang=en&section=parameters')).toContain('open: the team sets it');
  });

  test('is found by its block, a page at a time', async () => {
    const whole = await pageOf('/playbook/construir@1?lang=en&section=items');
    expect(whole).toContain('href="/playbook/construir@1?section=items&amp;page=2"');
    expect((await pageOf('/playbook/construir@1?lang=en&section=items&block=s00')).length).toBeLessThan(whole.length);
  });

  test('that the server does not have is not there', async () => {
    expect((await get('/playbook/nothing@9')).status).toBe(404);
    expect((await get('/playbook/..%2F..%2Fetc')).status).toBe(404);
  });
});

describe('what binds a repository, and when', () => {
  test('tells each block with its dates, and of the current one what is asked of this tier and these components', async () => {
    const page = await pageOf('/r/acme/scoring/playbook?lang=en');
    expect(page).toContain('<strong>● now</strong>');
    expect(page).toContain('From this block on: Observability &amp; Monitoring');
    for (const said of ['scoring-model', '95 %', 'href="/playbook/construir@1"', '<code>robustness.minimum</code>']) expect(page).toContain(said);
    expect(page).not.toContain('<code>sla.latency-p95</code>');
  });

  test('another block is asked for by its id; nonsense shows the current one', async () => {
    const security = await pageOf('/r/acme/scoring/playbook?lang=en&block=s09');
    expect(security).toContain('From this block on: Security');
    expect(security).toMatch(/Criteria of this block that do not apply here \(\d+\)/);
    expect(await pageOf('/r/acme/scoring/playbook?lang=en&block=%3Cscript%3E')).toContain('From this block on: Observability');
  });

  test('without the policy it says so', async () => {
    expect(await pageOf('/r/acme/scoring/playbook?lang=en', { ...samplePorts(), repositories: noRepositories })).toContain('is not kept here');
  });
});
