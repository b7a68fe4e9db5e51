import { describe, expect, it } from 'vitest';
import { readMetrics } from './read-metrics.ts';

const place = { line: 0, character: 0 };
const result = (severity: unknown, code = 'operation-tags', source = '/home/x/openapi.yaml') => ({
  code,
  path: ['paths'],
  message: 'm',
  severity,
  range: { start: place, end: place },
  source,
});

describe('spectral-json', () => {
  it('counts results by severity', () => {
    const { format, outcome, values } = readMetrics([result(0), result(1), result(1), result(2), result(3, 'parser', '/b.yaml')]);
    expect({ format, outcome }).toEqual({ format: 'spectral-json', outcome: 'ok' });
    expect(values).toEqual({
      results: 5,
      'by_severity.error': 1,
      'by_severity.warn': 2,
      'by_severity.info': 1,
      'by_severity.hint': 1,
      documents: 2,
      not_linted: 0,
    });
  });

  it('says which documents were not linted', () => {
    const { outcome, values, flags } = readMetrics([result(1), result(1, 'unrecognized-format', '/notes.yaml')]);
    expect(outcome).toBe('ok');
    expect(values.not_linted).toBe(1);
    expect(flags.join()).toContain('/notes.yaml');
    expect(readMetrics([result(1, 'unrecognized-format')]).outcome).toBe('tool-error');
  });

  it.each([[result(4)], [result(1.5)], [result(-1)], [{ code: 'x' }]])('rejects %j among others', (other) => {
    expect(readMetrics([result(1), other])).toMatchObject({ format: 'spectral-json', outcome: 'reject' });
  });
});

const change = (level: unknown) => ({ id: 'api-removed-without-deprecation', text: 'api removed', level, operation: 'GET', path: '/a', section: 'paths' });

describe('oasdiff-json', () => {
  it.each([
    ['a list', [change(3), change(2), change(1), change(1)]],
    ['a list in changes', { changes: [change(3), change(2), change(1), change(1)] }],
  ])('counts changes by level in %s', (_, document) => {
    const { format, values } = readMetrics(document);
    expect(format).toBe('oasdiff-json');
    expect(values).toEqual({ changes: 4, breaking: 2, 'by_level.info': 2, 'by_level.warn': 1, 'by_level.error': 1 });
  });

  it('reads an empty list of changes, and no bare empty list', () => {
    expect(readMetrics({ changes: [] })).toMatchObject({ format: 'oasdiff-json', outcome: 'ok', values: { breaking: 0 } });
    expect(readMetrics('[]').outcome).not.toBe('ok');
  });

  it('rejects a level that is none', () => {
    expect(readMetrics([change(3), change(7)])).toMatchObject({ format: 'oasdiff-json', outcome: 'reject' });
  });
});
