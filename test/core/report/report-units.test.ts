import { describe, expect, it } from 'vitest';
import { renderReadinessReport } from '../../../src/core/report/readiness-report.ts';
import { byteLength } from '../../../src/core/report/truncate-bytes.ts';
import { trace } from '../gates/coverage/coverage-sample.ts';
import { decision, headSha, playbookOf, world, type WorldInput } from '../rules/rule-world.ts';

const base = { category: 'quality', block: 's0', target: 'release' };
const criteria = [
  { id: 'api.covered', ...base, rule: { coverage: { of: 'api' } } },
  { id: 'web.covered', ...base, rule: { coverage: { of: 'web' } } },
  { id: 'backup', ...base, category: 'operations', rule: { attestation: { authority: 'architects' } } },
];
const units = [
  { id: 'api', heads: ['release/api/**'], labels: [], components: ['shop-api'] },
  { id: 'web', heads: ['release/web/**'], labels: [], components: ['shop-web'] },
];
const checklists = [{ id: 'done', groups: [{ id: 'all', criteria: ['api.covered', 'web.covered', 'backup'] }] }];

function report(head: string, changes: WorldInput = {}, previous: string | null = null): string {
  const made = world({
    locale: 'en',
    playbook: playbookOf({ criteria, checklists }),
    reports: [trace(['src/api/a.ts', 95, 100], ['src/web/w.ts', 10, 100])],
    ...changes,
    policy: { release: { branches: ['main'], heads: ['release/**'], labels: [], always: [], target: 'release', units }, ...changes.policy },
    pull: { head: { sha: headSha, ref: head, repositoryId: 7 } },
  });
  return renderReadinessReport({ ...made, evaluation: { headSha: made.snapshot.headSha, policy: made.policy, gates: [], outside: [] }, previous });
}

describe('the report on a release of one unit', () => {
  const text = report('release/api/1');

  it('says in its first line of which', () => {
    expect(text.split('\n')[0]).toBe('## ❌ Not ready for the release: `api` ❌ 50 %, 1 blocks');
  });

  it('asks nothing of other components', () => {
    expect(text).toContain('- [x] ✅ The api.covered');
    expect(text).toMatch(/- \[ \] ➖ The web\.covered/);
    expect(text.match(/<!-- sprintgate-state /g)).toHaveLength(1);
  });
});

describe('the report on a release of several units', () => {
  const first = report('release/1');

  it('says in its first line how each stands, and has a part for each', () => {
    expect(first.split('\n')[0]).toBe('## ❌ Not ready for the release: `api` ❌ 50 %, 1 blocks · `web` ❌ 0 %, 2 block');
    expect(first).toContain('## ❌ Release unit api: 50 %, 1 blocks');
    expect(first).toContain('## ❌ Release unit web: 0 %, 2 block');
  });

  it('tells once what is of all of them', () => {
    expect(first.match(/<b>Checkpoints<\/b>/g)).toHaveLength(1);
    expect(first.match(/<b>Evidence<\/b>/g)).toHaveLength(1);
  });

  it('remembers each by itself, and stays the same to the byte while nothing changes', () => {
    expect(first.match(/<!-- sprintgate-state /g)).toHaveLength(2);
    expect(report('release/1', { snapshot: { now: '2027-01-28T20:00:00Z' } }, first)).toBe(first);
    const better = report(
      'release/1',
      { reports: [trace(['src/api/a.ts', 95, 100], ['src/web/w.ts', 90, 100])], snapshot: { now: '2027-01-29T10:00:00Z' } },
      first,
    );
    const [, api = '', web = ''] = better.split('## ❌ Release unit ');
    expect(api).not.toContain('Hold now');
    expect(web).toContain('- **Hold now (1):** The web.covered');
  });

  it('knows in which of them a box was ticked by hand', () => {
    const [top = '', api = '', web = ''] = first.split('<!-- sprintgate-unit ');
    const ticked = [top, api, web.replace('- [ ] ❌ The backup', '- [x] ❌ The backup')].join('<!-- sprintgate-unit ');
    const [, after = '', marked = ''] = report('release/1', {}, ticked).split('## ❌ Release unit ');
    expect(after).not.toContain('✋');
    expect(marked).toContain('> - The backup: `/sprintgate attest backup LINK`');
  });

  it('is ready when each of them is', () => {
    const held = { reports: [trace(['src/api/a.ts', 95, 100], ['src/web/w.ts', 90, 100])], snapshot: { decisions: [decision('attest', 'backup')] } };
    expect(report('release/1', held).split('\n')[0]).toBe('## ✅ Ready for the release: `api` ✅ 100 %, nothing blocks · `web` ✅ 100 %, nothing blocks');
  });
});

describe('a report of many units, components and criteria', () => {
  const components = Array.from({ length: 400 }, (_, index) => ({
    id: `part-${index}`,
    kind: 'api',
    paths: [`src/part-${index}/**`],
    exclude: [],
    floor: 9000,
    uploads: [],
  }));
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    id: `c${index}`,
    ...base,
    rule: index % 20 === 0 ? { coverage: { of: 'api' } } : { parameter: { set: 'sla.latency' } },
  }));
  const playbook = playbookOf({ criteria: many, checklists: [{ id: 'all', groups: [{ id: 'g', criteria: many.map(({ id }) => id) }] }] });
  const titles = Object.fromEntries(many.map(({ id }, index) => [id, `${id} ${'ñ'.repeat(index % 150)}`]));
  const tree = components.map(({ id }) => `src/${id}/a.ts`);
  const reports = [trace(...tree.map((path, index) => [path, index % 100, 100] as const))];

  it.each([
    ['together', undefined],
    [
      'in eight units',
      Array.from({ length: 8 }, (_, unit) => ({
        id: `u${unit}`,
        heads: [],
        labels: [],
        components: components.filter((_each, index) => index % 8 === unit).map(({ id }) => id),
      })),
    ],
  ])('fits into a comment: 2,000 criteria and 400 components %s', (_name, split) => {
    const release = { branches: ['main'], heads: ['release/**'], labels: [], always: [], target: 'release', ...(split ? { units: split } : {}) };
    const text = report('release/1', { playbook, titles, reports, policy: { components, release }, snapshot: { tree } });
    expect(byteLength(text)).toBeLessThan(61_000);
    expect(text.match(/<details/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
    expect(text.match(/^## /gm)).toHaveLength(split ? 9 : 1);
  });
});
