import { describe, expect, it } from 'vitest';
import { sampleList } from '../../../../../src/core/evidence/readers/metrics/sample-list.ts';

describe('percentiles of samples', () => {
  it.each([
    [[7], 50, 7],
    [[3, 1, 2], 50, 2],
    [[1, 2, 3, 4], 50, 2],
    [Array.from({ length: 100 }, (_, at) => 100 - at), 95, 95],
    [Array.from({ length: 100 }, (_, at) => at + 1), 55, 55],
    [Array.from({ length: 3000 }, (_, at) => at + 1), 99, 2970],
  ])('takes the nearest rank', (values, percent, expected) => {
    const samples = sampleList();
    for (const value of values) samples.add(value);
    expect(samples.end()?.rank(percent)).toBe(expected);
  });

  it('has no figures of no samples', () => {
    expect(sampleList().end()).toBeNull();
  });
});
