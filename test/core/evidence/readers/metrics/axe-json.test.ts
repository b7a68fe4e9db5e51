import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const rule = (id: string, impact: string | null, nodes: number) => ({ id, impact, nodes: Array.from({ length: nodes }, () => ({ target: ['a'] })) });
const page = (more: object = {}) => ({
  testEngine: { name: 'axe-core', version: '4.10.0' },
  url: 'http://localhost/',
  timestamp: '2026-01-01T00:00:00Z',
  violations: [],
  passes: [rule('html-lang', null, 1)],
  incomplete: [],
  inapplicable: [],
  ...more,
});

describe('axe-json', () => {
  it('counts rules and elements, over all pages', () => {
    const { format, values } = readMetrics([
      page({ violations: [rule('label', 'critical', 3), rule('odd', null, 1)] }),
      page({ violations: [rule('label', 'critical', 2)], incomplete: [rule('x', 'minor', 1)] }),
    ]);
    expect(format).toBe('axe-json');
    expect(values).toMatchObject({
      pages: 2,
      violations: 3,
      violation_nodes: 6,
      passes: 2,
      incomplete: 1,
      'by_impact.critical': 2,
      'nodes_by_impact.critical': 5,
      'by_impact.serious': 0,
      'by_impact.unknown': 1,
    });
  });

  it('gives zeros for a page on which all passed', () => {
    expect(readMetrics(page())).toMatchObject({ outcome: 'ok', values: { violations: 0, 'by_impact.critical': 0, pages_not_checked: 0 } });
  });

  it('never takes a page that did not load for a clean one', () => {
    expect(readMetrics(page({ passes: [], inapplicable: [rule('x', null, 0)] })).outcome).toBe('empty');
    expect(readMetrics(page({ passes: undefined })).outcome).toBe('empty');
    const { outcome, values, flags } = readMetrics([page(), page({ passes: [], url: 'http://localhost/down' })]);
    expect(outcome).toBe('ok');
    expect(values.pages_not_checked).toBe(1);
    expect(flags.join()).toContain('http://localhost/down');
  });

  it('reads what the reporter no-passes writes, and results of versions without testEngine', () => {
    const { passes: _p, incomplete: _i, inapplicable: _n, ...alone } = page({ toolOptions: { reporter: 'no-passes' } });
    expect(readMetrics(alone)).toMatchObject({ outcome: 'ok', flags: ['no-passes: the reporter lists violations alone'] });
    const { testEngine: _t, ...old } = page();
    expect(readMetrics(old)).toMatchObject({ format: 'axe-json', outcome: 'ok' });
  });

  it.each([
    ['a violation without nodes', page({ violations: [{ id: 'x', impact: 'minor' }] })],
    ['passes that are no list', page({ passes: 12 })],
    ['a page that is none', [page(), { url: 'x' }]],
  ])('rejects %s', (_, document) => {
    expect(readMetrics(document)).toMatchObject({ format: 'axe-json', outcome: 'reject' });
  });
});
