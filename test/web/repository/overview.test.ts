import { describe, expect, test } from 'vitest';
import { as, noRepositories, testPages } from '../test-pages.ts';
import { samplePorts, sampleStanding } from './sample-case.ts';

const home = '/r/acme/scoring';
const ask = async (path: string, ports = samplePorts()) => {
  const answer = await testPages(ports).request(`${home}${path}`, { headers: as('ana') });
  return { status: answer.status, page: await answer.text() };
};

/** Tags, attributes and scripts in whatever somebody may name. */
export const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' [x](javascript:alert(1)) {{7*7}}`;
const unsafe = /<script(?! src="\/assets\/)|<img|\son\w+="|href="javascript/;

describe('the overview of a repository', () => {
  test('says in its first lines whether it may ship and who acts, and links to GitHub and to all criteria', async () => {
    const { status, page } = await ask('?lang=en');
    expect(status).toBe(200);
    expect(page).toContain('Not ready for:');
    expect(page).toMatch(/P50.*P85/s);
    for (const said of [
      'The team',
      'Next step',
      'Coverage by component',
      'href="https://github.example/acme/scoring/commit/',
      'href="/r/acme/scoring/criteria"',
    ])
      expect(page).toContain(said);
    expect(page.indexOf('Not ready for:')).toBeLessThan(page.indexOf('What blocks'));
    expect([...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level)).every((level, at, all) => at === 0 || level <= (all[at - 1] ?? 0) + 1)).toBe(true);
    expect(page.length).toBeLessThan(100_000);
  });

  test('is in the viewer’s language; what was judged in another says which', async () => {
    const { page } = await ask('?lang=en');
    expect(page).toContain('Tier 2');
    expect(page).toContain('<p lang="es">');
    expect((await ask('?lang=es')).page).not.toContain('<p lang="es">');
  });

  test('a repository that was never judged says so', async () => {
    expect((await ask('?lang=en', { standing: async () => null })).page).toContain('Not judged yet');
  });

  test('without its policy it shows what it has', async () => {
    const ports = samplePorts();
    const page = await ask('?lang=en', { ...ports, repositories: noRepositories });
    expect(page.status).toBe(200);
    expect(page.page).toContain('SRE');
  });

  test.each(['', '/criteria'])('whatever somebody named is text: %s', async (path) => {
    const standing = sampleStanding();
    const evil = sampleStanding({
      criteria: standing.criteria.map((each) => ({ ...each, id: `x-${each.id}`, title: hostile, reason: hostile, next: hostile })),
      coverage: [{ component: hostile, covered: 1, total: 2, floor: 9000, outcome: 'fail', carriedFrom: null }],
      risks: standing.risks.map((each) => ({ ...each, id: 'own', title: hostile })),
      block: hostile,
      products: [hostile],
      regulations: [hostile],
    });
    const { status, page } = await ask(path, samplePorts(evil));
    expect(status).toBe(200);
    expect(page).not.toMatch(unsafe);
    expect(page).toContain('&lt;script&gt;alert(1)');
  });
});

describe('the page of all criteria', () => {
  test('finds by state, actor, area and words, a page at a time', async () => {
    const count = async (query: string) => Number(/role="status">(\d+)/.exec((await ask(`/criteria?lang=en${query}`)).page)?.[1]);
    const all = await count('');
    expect(all).toBe(sampleStanding().criteria.length);
    expect(await count('&state=open&actor=signer')).toBe(1);
    expect(await count('&state=later')).toBeGreaterThan(20);
    expect(await count('&area=definition-of-done')).toBeLessThan(all);
    expect(await count('&q=sre-nothing')).toBe(0);
    expect((await ask('/criteria?lang=en')).page).toContain('href="/r/acme/scoring/criteria?page=2"');
  });

  test('an address that asks for nonsense is as one that asks for nothing', async () => {
    const { status, page } = await ask(`/criteria?lang=en&state=${encodeURIComponent(hostile)}&page=-3&actor=x&q=${encodeURIComponent(hostile)}`);
    expect(status).toBe(200);
    expect(page).not.toMatch(unsafe);
  });
});
