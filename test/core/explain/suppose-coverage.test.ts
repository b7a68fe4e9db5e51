import { describe, expect, test } from 'vitest';
import { supposePull } from '../../../src/core/explain/suppose-pull.ts';
import type { SupposedCoverage } from '../../../src/core/explain/suppose-coverage.ts';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { bundle, world } from '../rules/rule-world.ts';

const lcov = (path: string, covered: number, total: number): string =>
  `SF:${path}\n${Array.from({ length: total }, (_, at) => `DA:${at + 1},${at < covered ? 1 : 0}`).join('\n')}\nend_of_record\n`;
const reports = [readReport('lcov.info', Buffer.from(lcov('src/api/a.ts', 40, 50) + lcov('src/web/w.ts', 50, 50)))];
const changed = { path: 'src/api/a.ts', previousPath: null, status: 'modified' as const, changedLines: [1, 2, 3, 4] };

function coverageOf(coverage: readonly SupposedCoverage[], changes: Partial<PullSnapshot> = {}) {
  const { snapshot } = world({ reports, snapshot: changes, pull: { files: [changed] } });
  const supposed = supposePull(snapshot, { coverage }, 12);
  if ('impossible' in supposed) return supposed.impossible;
  const gate = supposed.gates.find((each) => each.gate === 'coverage');
  return `${gate?.before} → ${gate?.after}`;
}

describe('a figure of coverage that is supposed', () => {
  test.each<[string, SupposedCoverage[], string]>([
    ['at the floor lets the component pass', [{ component: 'shop-api', points: 9_000 }], 'fail → pass'],
    ['just below it does not', [{ component: 'shop-api', points: 8_800 }], 'fail → fail'],
    ['is reached by the least number of lines: 88.01 % of 50 lines are 45', [{ component: 'shop-api', points: 8_801 }], 'fail → pass'],
    [
      'may be lower, too',
      [
        { component: 'shop-api', points: 9_000 },
        { component: 'shop-web', points: 1_000 },
      ],
      'fail → fail',
    ],
    ['of a component that is none is refused', [{ component: 'shop-apo', points: 9_000 }], 'there is no component "shop-apo"; did you mean shop-api?'],
  ])('%s', (_name, coverage, wanted) => expect(coverageOf(coverage)).toBe(wanted));

  test('stands for reports that have come: nothing is waited for, and nothing refused', () => {
    const evidence = {
      bundles: [],
      runningWorkflows: [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:59:00Z' }],
      refused: [{ uploadName: 'sprintgate-all', runId: 5, reason: 'too large' }],
    };
    const all = ['shop-api', 'shop-web'].map((component) => ({ component, points: 9_500 }));
    expect(coverageOf(all, { evidence })).toBe('pending → pass');
  });

  test('needs something to cover', () => {
    expect(coverageOf([{ component: 'shop-api', points: 9_000 }], { tree: ['src/web/w.ts'] })).toContain('has no source file in this commit');
  });

  test('leaves the snapshot as it is', () => {
    const { snapshot } = world({ reports: [], snapshot: { evidence: { bundles: [bundle(reports)], runningWorkflows: [], refused: [] } } });
    const before = JSON.stringify(snapshot);
    supposePull(snapshot, { coverage: [{ component: 'shop-api', points: 9_000 }] }, 12);
    expect(JSON.stringify(snapshot)).toBe(before);
  });
});
