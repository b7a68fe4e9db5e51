import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const issue = (type: string) => ({ code: 'WCAG2AA.Principle1', type, typeCode: 1, message: 'x', context: '<a>', selector: 'a' });

describe('pa11y-ci-json', () => {
  it('counts pages and issues', () => {
    const report = { total: 2, passes: 1, errors: 3, results: { 'http://a/': [], 'http://b/': [issue('error'), issue('error'), issue('warning')] } };
    const { format, outcome, values, flags } = readMetrics(report);
    expect({ format, outcome, flags }).toEqual({ format: 'pa11y-ci-json', outcome: 'ok', flags: [] });
    expect(values).toEqual({
      total: 2,
      passes: 1,
      errors: 3,
      pages_failed: 1,
      pages_not_tested: 0,
      'by_type.error': 2,
      'by_type.warning': 1,
      'by_type.notice': 0,
    });
  });

  it('counts a page that could not be tested as an error, though the tool left it out', () => {
    const { outcome, values, flags } = readMetrics({ total: 2, passes: 1, errors: 0, results: { 'http://a/': [], 'http://b/': [{ message: 'timeout' }] } });
    expect(outcome).toBe('ok');
    expect(values).toMatchObject({ errors: 1, pages_not_tested: 1 });
    expect(flags.join()).toContain('timeout');
  });

  it.each([
    ['no page tested', { total: 1, passes: 0, errors: 0, results: { 'http://b/': [{}] } }, 'tool-error'],
    ['no page', { total: 0, passes: 0, errors: 0, results: {} }, 'empty'],
    ['more passes than pages', { total: 1, passes: 2, errors: 0, results: { 'http://a/': [] } }, 'reject'],
    ['a negative count', { total: 1, passes: -1, errors: 0, results: { 'http://a/': [] } }, 'reject'],
  ])('with %s', (_, report, outcome) => {
    expect(readMetrics(report)).toMatchObject({ format: 'pa11y-ci-json', outcome });
  });
});
