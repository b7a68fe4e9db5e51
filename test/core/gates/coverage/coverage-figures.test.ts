import { describe, expect, it } from 'vitest';
import { renderCoverageTable } from '../../../../src/core/gates/coverage/coverage-table.ts';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import { formatBasisPoints, formatRatio } from '../../../../src/core/gates/coverage/format-ratio.ts';
import { meetsFloor, missingToFloor } from '../../../../src/core/gates/coverage/meets-floor.ts';
import { readCoverage } from '../../../../src/core/gates/coverage/read-coverage.ts';
import type { GateResult } from '../../../../src/core/gates/gate-result.ts';
import type { Policy } from '../../../../src/core/policy/policy.ts';
import { renderCheckOutput } from '../../../../src/core/report/check-output.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { changed, component, sample, trace } from './coverage-sample.ts';

describe('figures', () => {
  it.each([
    [7_996, 10_000, '79.96 %'],
    [84_999, 100_000, '84.99 %'],
    [1, 3, '33.33 %'],
    [99_999, 100_000, '99.99 %'],
    [1, 1, '100 %'],
    [0, 0, '–'],
  ])('%i of %i reads %s, rounded down', (covered, total, text) => {
    expect(formatRatio({ covered, total })).toBe(text);
  });

  it('show basis points as percent', () => {
    expect([8500, 8550, 8505, 5].map(formatBasisPoints)).toEqual(['85 %', '85.50 %', '85.05 %', '0.05 %']);
  });

  it('are compared exactly beyond 2^53', () => {
    const total = Number.MAX_SAFE_INTEGER;
    expect(meetsFloor({ covered: total - 1, total }, { floor: 10_000, strict: false })).toBe(false);
  });

  it.each([
    [83, 100, 9000, false, 7],
    [85, 100, 8500, true, 1],
    [0, 3, 8500, false, 3],
    [3, 3, 10_000, true, null],
    [90, 100, 9000, false, 0],
  ])('of %i of %i against %i (strict %s) lack %s', (...[covered, total, floor, strict, missing]) => {
    expect(missingToFloor({ covered, total }, { floor, strict })).toBe(missing);
  });
});

const input = sample({
  components: [component('api', 9000), component('model', 9500)],
  tree: ['src/api/a.ts', 'src/model/m.py'],
  reports: [trace(['src/api/a.ts', 83, 100], ['src/model/m.py', 97, 100], ['gone.ts', 1, 1])],
  files: [changed('src/api/a.ts', [1, 2, 99])],
});

it('the table shows floor, figures, change and verdict of each component', () => {
  expect(renderCoverageTable(input)).toMatchInlineSnapshot(`
    "| Component | Floor | Covered | Coverage | Change | Verdict |
    | :- | -: | -: | -: | -: | :- |
    | api | ≥ 90 % | 83 / 100 lines | 83 % | 66.66 % (2 / 3) | ❌ Fail |
    | model | ≥ 95 % | 97 / 100 lines | 97 % | – | ✅ Pass |
    | **Total** | > 85 % | 180 / 200 | 90 % | – | ✅ Pass |

    Reported files that are not in the commit: gone.ts"
  `);
});

it('there is no table of nothing', () => {
  expect(renderCoverageTable(sample())).toBe('');
});

it('the check shows the table below what is missing', () => {
  const policy = {
    ...input.policy,
    digest: 'd'.repeat(64),
    playbook: { ...input.policy.playbook, gates: [{ id: 'coverage', kind: 'coverage' }] },
  } as unknown as Policy;
  const snapshot = {
    ...input.snapshot,
    headSha: 'a'.repeat(40),
    pulls: [],
    decisions: [],
    unavailable: [],
    policy: { kind: 'in-force', policy, commit: null, problems: [], lastGood: false },
  } as unknown as PullSnapshot;
  const verdict = evaluateCoverage({ ...input, policy, snapshot });
  const gate: GateResult = {
    gate: 'coverage',
    checkName: 'sprintgate/coverage',
    enforcement: 'block',
    verdict: verdict.verdict,
    pulls: [{ pull: input.pull, verdict }],
  };
  const { summary } = renderCheckOutput({ gate, policy, snapshot, outside: [] });
  expect(summary.indexOf('| api | ≥ 90 % |')).toBeGreaterThan(summary.indexOf('What is missing'));
});

const moved = {
  components: [component('api', 9000), component('model', 9500)],
  tree: ['src/api/a.ts', 'src/ml/m.py'],
  reports: [trace(['src/api/a.ts', 95, 100])],
};

it('rules are told the same figures', () => {
  const read = readCoverage(input);
  expect(read('api')).toEqual([{ state: 'measured', name: 'api', covered: 83, total: 100, floor: 9000, strict: false }]);
  expect(read('total')).toMatchObject([{ state: 'measured', covered: 180, total: 200, floor: 8500, strict: true }]);
  expect(read('frontend')).toEqual([]);
  expect(readCoverage(sample({ ...moved, files: [changed('src/ml/m.py', [1])] }))('model')).toMatchObject([
    { state: 'unknown', code: 'coverage.changed-outside' },
  ]);
  expect(readCoverage(sample())('total')).toMatchObject([{ state: 'unknown', verdict: 'cannot-evaluate' }]);
});
