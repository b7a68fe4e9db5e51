import { describe, expect, test } from 'vitest';
import type { StandingSummary } from '../../src/store/standings/list-standings.ts';
import { chooseLines } from '../../src/web/portfolio/choose-lines.ts';
import { addressOf, readQuery } from '../../src/web/portfolio/portfolio-query.ts';
import { as, testPages } from './test-pages.ts';
import { manyRepositories, summaryOf } from './portfolio-material.ts';

const line = (owner: string, name: string, standing: Partial<StandingSummary> | null) => ({
  repository: { id: 1, owner, name, installation: 7 },
  standing: standing && { ...summaryOf(1), ...standing },
});
const all = [
  line('beta', 'web', { percent: 40, outcome: 'fail', blockers: 3, sprint: 4, trend: -5 }),
  line('acme', 'zeta', { percent: 100, outcome: 'pass', blockers: 0, worst: null, sprint: 9, trend: 2 }),
  line('acme', 'Alpha', { percent: 70, outcome: 'cannot-evaluate', blockers: 1, sprint: 6, trend: null }),
  line('acme', 'new', null),
];
const names = (asked: Record<string, string>) => chooseLines(all, readQuery(asked)).lines.map(({ repository }) => repository.name);

describe('the portfolio', () => {
  test.each<[Record<string, string>, string[]]>([
    [{}, ['Alpha', 'new', 'zeta', 'web']],
    [{ sort: 'readiness' }, ['Alpha', 'zeta', 'new', 'web']],
    [{ sort: 'blockers' }, ['Alpha', 'zeta', 'new', 'web']],
    [{ sort: 'sprint' }, ['zeta', 'Alpha', 'new', 'web']],
    [{ sort: 'trend' }, ['zeta', 'Alpha', 'new', 'web']],
    [{ sort: 'nonsense', state: 'nonsense', page: '-3' }, ['Alpha', 'new', 'zeta', 'web']],
    [{ owner: 'beta' }, ['web']],
    [{ state: 'ready' }, ['zeta']],
    [{ state: 'blocked' }, ['Alpha', 'web']],
    [{ state: 'unknown' }, ['new']],
    [{ q: 'ALPH' }, ['Alpha']],
    [{ q: 'acme/z' }, ['zeta']],
    [{ q: 'coverage of' }, ['Alpha', 'web']],
    [{ q: 'nothing like it' }, []],
  ])('shows what is asked for, by organisation: %j', (asked, wanted) => {
    expect(names(asked)).toEqual(wanted);
  });

  test('keeps what was asked for from page to page', () => {
    const query = readQuery({ q: 'a&b', owner: 'acme', state: 'blocked', sort: 'due', page: '2' });
    expect(addressOf(query, 3)).toBe('/?q=a%26b&owner=acme&state=blocked&sort=due&page=3');
    expect(addressOf(readQuery({}), 1)).toBe('/');
  });

  test('of 5,000 repositories is there in less than a second, 50 a page', async () => {
    const { repositories, portfolio } = manyRepositories(5_000);
    const pages = testPages({ portfolio });
    await pages.request('/', { headers: as('ana') });
    const begun = performance.now();
    const text = await (await pages.request('/?sort=readiness&page=2', { headers: as('ana') })).text();
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(text.match(/<th scope="row">/g)).toHaveLength(50);
    expect(text).toContain('5000 repositories');
    expect(text).toContain('Page 2 of 100');
    expect(text).toContain('rel="next" href="/?sort=readiness&amp;page=3"');
    expect(text.length).toBeLessThan(100_000);
    expect(repositories).toHaveLength(5_000);
  });

  test('shows nothing of a text but the text', async () => {
    const { portfolio } = manyRepositories(1, '<img src=x onerror=alert(1)>');
    const text = await (await testPages({ portfolio }).request(`/?q=${encodeURIComponent('"><script>')}`, { headers: as('ana') })).text();
    expect(text).not.toContain('<script>');
    expect(await (await testPages({ portfolio }).request('/', { headers: as('ana') })).text()).not.toContain('<img');
  });
});
