import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const assertion = (passed: unknown, level?: string) => ({
  name: 'minScore',
  expected: 0.9,
  actual: 0.5,
  values: [0.5],
  operator: '>=',
  passed,
  auditId: 'performance',
  url: 'http://localhost/',
  ...(level ? { level } : {}),
});

describe('lhci-assertion-results', () => {
  it('counts failures by level; one without a level is an error', () => {
    const { format, values } = readMetrics([assertion(false, 'warn'), assertion(false), assertion(true, 'error')]);
    expect(format).toBe('lhci-assertion-results');
    expect(values).toEqual({ entries: 3, passed: 1, failed: 2, 'failed_by_level.error': 1, 'failed_by_level.warn': 1 });
  });

  it('never takes an empty list for a pass', () => {
    expect(readMetrics('[]').outcome).not.toBe('ok');
  });

  it.each([
    ['a verdict that is a word', [assertion('yes')]],
    ['an unknown level', [assertion(false, 'off')]],
  ])('rejects %s', (_, document) => {
    expect(readMetrics(document)).toMatchObject({ format: 'lhci-assertion-results', outcome: 'reject' });
  });
});
