import { describe, expect, it } from 'vitest';
import { linePairs, noLines } from '../../../../../src/core/evidence/coverage/line-hits.ts';
import { openReport } from '../../../../../src/core/evidence/open-report.ts';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { CoverageReport } from '../../../../../src/core/evidence/report.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';

const read = (text: string): CoverageReport => readReport('coverage-final.json', new TextEncoder().encode(text)) as CoverageReport;
const at = (line: number, column = 0) => ({ start: { line, column }, end: { line, column: column + 9 } });
const entry = {
  path: '/w/src/a.ts',
  statementMap: { 0: at(1), 1: at(1, 20), 2: at(4) },
  fnMap: { 0: { name: 'f', loc: at(1) } },
  branchMap: { 0: { type: 'if', loc: at(4), locations: [at(4), { start: {}, end: {} }] } },
  s: { 0: 0, 1: 3, 2: 0 },
  f: { 0: 1 },
  b: { 0: [1, 0] },
};
const totals = {
  lines: { covered: 1, total: 2 },
  statements: { covered: 1, total: 3 },
  functions: { covered: 1, total: 1 },
  branches: { covered: 1, total: 2 },
  instructions: null,
  files: 1,
};

describe.skipIf(fixturesOf('istanbul-final').length === 0)('coverage-final of real products', () => {
  it.each(fixturesOf('istanbul-final').map((fixture) => [fixture.file, fixture] as const))("%s has the totals of istanbul's summary", (_, fixture) => {
    const { lines, statements, functions, branches, files } = fixture.expected;
    const bytes = readFixture(fixture);
    const report = readReport(fixture.file, bytes);
    expect(report.totals).toEqual({ lines, statements, functions, branches, files, instructions: null });
    const pieces = openReport(fixture.file);
    for (const byte of bytes) pieces.push(Uint8Array.of(byte));
    expect(pieces.end()).toEqual(report);
  });
});

describe('coverage-final.json', () => {
  it.each([
    ['plain', { 'src/a.ts': entry }],
    ['with each file wrapped, as older versions do', { 'src/a.ts': { data: entry } }],
    ['wrapped as a whole', { data: { 'src/a.ts': entry } }],
    ['with names that hold quotes and braces', { 'src/"{a}\\[.ts': entry }],
  ])('is summed as istanbul does: %s', (_, document) => {
    for (const text of [JSON.stringify(document), JSON.stringify(document, null, 2)]) expect(read(text)).toMatchObject({ outcome: 'ok', flags: [], totals });
  });

  it('gives a line the hits of the busiest statement that begins on it, and places its statements', () => {
    const file = read(JSON.stringify({ 'a.ts': entry })).files[0];
    expect(linePairs(file?.lines ?? noLines)).toEqual([
      [1, 3],
      [4, 0],
    ]);
    expect(file?.statements).toHaveLength(18);
  });

  it('is read without columns, and without places for statements that are equal', () => {
    const place = { start: { line: 3, column: null }, end: { line: 4, column: null } };
    const report = read(JSON.stringify({ 'a.ts': { ...entry, statementMap: { 0: place, 1: place, 2: place } } }));
    expect(report.totals).toMatchObject({ lines: { covered: 1, total: 1 }, statements: { covered: 1, total: 3 } });
    expect(report.files[0]?.statements).toBeUndefined();
  });

  it.each([
    ['a counter that is no number', JSON.stringify({ 'a.ts': { ...entry, s: { 0: '1' } } })],
    ['a negative counter', JSON.stringify({ 'a.ts': { ...entry, f: { 0: -1 } } })],
    ['a branch that is no list', JSON.stringify({ 'a.ts': { ...entry, b: { 0: 1 } } })],
    ['a file without statements', JSON.stringify({ 'a.ts': entry, 'b.ts': { path: 'b.ts' } })],
    ['a file that is text', JSON.stringify({ 'a.ts': entry, 'b.ts': 'x' })],
    ['a cut document', JSON.stringify({ 'a.ts': entry, 'b.ts': entry }).slice(0, -20)],
    ['a document without its last brace', JSON.stringify({ 'a.ts': entry }).slice(0, -1)],
    ['two documents', JSON.stringify({ 'a.ts': entry }).repeat(2)],
    ['deep nesting', `{"a.ts":${JSON.stringify(entry)},"b.ts":${'['.repeat(100_000)}`],
  ])('is rejected for %s', (_, text) => {
    expect(read(text)).toMatchObject({ outcome: 'reject', format: 'istanbul-final', error: { line: 1, message: expect.any(String) } });
  });

  it('names the line of what is no JSON', () => {
    const text = `{\n"a.ts":\n${JSON.stringify(entry)},\n"b.ts": {\n"s": {"0": 1,}\n}}`;
    expect(read(text)).toMatchObject({ outcome: 'reject', error: { line: 5 } });
  });

  it('is empty where no file has a statement', () => {
    expect(read(JSON.stringify({ 'a.ts': { path: 'a.ts', statementMap: {}, fnMap: {}, branchMap: {}, s: {}, f: {}, b: {} } }))).toMatchObject({
      outcome: 'empty',
    });
  });
});

it('lines are not counted where statements of a file have no place', () => {
  const other = { ...entry, path: '/w/src/b.ts', statementMap: { 0: at(1) } };
  const report = read(JSON.stringify({ '/w/src/a.ts': entry, '/w/src/b.ts': other }));
  expect(report.totals).toMatchObject({ lines: null, statements: { covered: 2, total: 6 } });
  expect(report.files.map((file) => [file.totals.lines, file.lines.numbers.length])).toEqual([
    [null, 2],
    [null, 0],
  ]);
  expect(report.flags.join()).toContain('no-line: statements have no place in the file, so lines are not counted (/w/src/b.ts)');
});
