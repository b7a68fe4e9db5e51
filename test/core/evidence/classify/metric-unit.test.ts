import { expect, it } from 'vitest';
import { convertUnit, isWrittenInSeveral, unitOfName, unitOfText } from '../../../../src/core/evidence/classify/metric-unit.ts';

it.each([
  [5, 'percent', 'ratio', 0.05],
  [7, 'percent', 'ratio', 0.07],
  [0.07, 'ratio', 'percent', 7],
  [0.7, 'percent', 'ratio', 0.007],
  [1e-7, 'percent', 'ratio', 1e-9],
  [250, 'ms', 's', 0.25],
  [2, 's', 'ms', 2000],
  [1_500_000, 'ns', 'ms', 1.5],
  [9, 'count', 'count', 9],
] as const)('%d %s is in %s %d', (value, from, to, expected) => {
  expect(convertUnit(value, from, to)).toBe(expected);
});

it.each([
  ['ms', 'percent'],
  ['requests/s', 'count'],
] as const)('%s and %s do not measure the same', (from, to) => {
  expect(convertUnit(1, from, to)).toBeNull();
});

it('knows the units of the names that all formats share, and of no other', () => {
  expect(['latency.p95', 'latency.p99.9', 'throughput', 'error-rate', 'latency.words', 'auc'].map(unitOfName)).toEqual([
    'ms',
    'ms',
    'requests/s',
    'ratio',
    null,
    null,
  ]);
});

it('reads the units of a playbook', () => {
  expect(['%', 'ms', 'requests/s', 'days', 'sprints', undefined].map(unitOfText)).toEqual(['percent', 'ms', 'requests/s', 'days', null, null]);
});

it('knows which figures mean nothing without a unit', () => {
  expect((['percent', 'ratio', 'ms', 'days', 'count', 'requests/s'] as const).map(isWrittenInSeveral)).toEqual([true, true, true, false, false, false]);
});
