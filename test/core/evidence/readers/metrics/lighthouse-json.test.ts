import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const result = {
  lighthouseVersion: '12.2.0',
  fetchTime: '2026-01-01T00:00:00Z',
  requestedUrl: 'http://localhost/',
  runWarnings: [],
  categories: { performance: { id: 'performance', score: 0.91 }, accessibility: { id: 'accessibility', score: 1 } },
  audits: {
    'first-contentful-paint': { id: 'first-contentful-paint', score: 0.9, scoreDisplayMode: 'numeric', numericValue: 1234.5 },
    'cumulative-layout-shift': { id: 'cumulative-layout-shift', score: 1, scoreDisplayMode: 'numeric', numericValue: 0.02 },
    interactive: { id: 'interactive', score: 1, scoreDisplayMode: 'numeric', numericValue: 2000 },
    'is-on-https': { id: 'is-on-https', score: 0, scoreDisplayMode: 'binary' },
    viewport: { id: 'viewport', score: null, scoreDisplayMode: 'error' },
  },
};

describe('lighthouse-json', () => {
  it.each([
    ['a result', result],
    ['an answer of PageSpeed Insights', { id: 'x', lighthouseResult: result }],
    ['a result that says NO_ERROR', { ...result, runtimeError: { code: 'NO_ERROR', message: '' } }],
  ])('reads scores and metrics of %s', (_, document) => {
    const { format, outcome, values } = readMetrics(document);
    expect({ format, outcome }).toEqual({ format: 'lighthouse-json', outcome: 'ok' });
    expect(values).toEqual({
      'scores.performance': 0.91,
      'scores.accessibility': 1,
      audits: 5,
      failed_binary_audits: 1,
      audits_with_error: 1,
      'metrics_ms.first-contentful-paint': 1234.5,
      'metrics_ms.cumulative-layout-shift': 0.02,
      'timings_ms.interactive': 2000,
    });
  });

  it('claims no score for a category that has none', () => {
    const { values, flags } = readMetrics({ ...result, categories: { ...result.categories, performance: { score: null } } });
    expect(values).not.toHaveProperty('scores.performance');
    expect(flags).toEqual(['no-score: performance']);
  });

  it('says that the page was not measured', () => {
    const { outcome, values, error } = readMetrics({ ...result, runtimeError: { code: 'NO_FCP', message: 'The page did not paint' } });
    expect({ outcome, values }).toEqual({ outcome: 'tool-error', values: {} });
    expect(error).toContain('NO_FCP');
  });

  it.each([
    ['no score at all', { ...result, categories: { performance: { score: null } } }, 'empty'],
    ['a score in percent', { ...result, categories: { performance: { score: 91 } } }, 'reject'],
    ['the shape before version 3', { lighthouseVersion: '2.9.0', reportCategories: [], audits: {} }, 'reject'],
  ])('with %s', (_, document, outcome) => {
    expect(readMetrics(document)).toMatchObject({ format: 'lighthouse-json', outcome });
  });
});
