import { describe, expect, it } from 'vitest';
import { packReport, unpackReport } from '../../../../src/core/evidence/bundle/pack-report.ts';
import { linesFromText } from '../../../../src/core/evidence/coverage/pack-lines.ts';
import { packLines } from '../../../../src/core/evidence/coverage/line-hits.ts';
import { packNumbers } from '../../../../src/core/evidence/coverage/pack-numbers.ts';
import { statementsFromText } from '../../../../src/core/evidence/coverage/pack-statements.ts';
import { packStatements } from '../../../../src/core/evidence/coverage/statement-hits.ts';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import type { CoverageReport, Report } from '../../../../src/core/evidence/report.ts';
import { readFixture, readFixtures } from '../fixtures.ts';

const noTotals = { lines: null, branches: null, functions: null, statements: null, instructions: null };

const coverage: CoverageReport = {
  kind: 'coverage',
  file: 'a.out',
  format: 'go-coverprofile',
  outcome: 'ok',
  flags: ['note: x'],
  totals: { ...noTotals, statements: { covered: 2, total: 3 }, files: 1 },
  files: [
    {
      path: 'x/a.go',
      group: 'x',
      lines: packLines([
        [4_294_967_295, 1],
        [0, 4_294_967_295],
        [7, 0],
      ]),
      statements: packStatements([
        [3, 10, 5, 2, 2, 4_294_967_295],
        [3, 1, 3, 9, 1, 0],
      ]),
      totals: { ...noTotals, statements: { covered: 2, total: 3 } },
    },
  ],
  sources: ['src'],
};

/** What is left after the value was written and read as text. */
function kept(report: Report): Report | null {
  return unpackReport(JSON.parse(JSON.stringify(packReport(report))));
}

describe('packing a report', () => {
  it('gives the same report back, to the last hit', () => {
    expect(kept(coverage)).toEqual(coverage);
  });

  it('keeps names of metrics that are no names of ours', () => {
    const values = Object.fromEntries([
      ['__proto__', 1],
      ['constructor', true],
      ['a.b', 0.1],
    ]);
    const report: Report = { kind: 'metrics', file: 'm.json', format: 'metrics-json', outcome: 'ok', flags: [], totals: { values } };
    expect(kept(report)).toEqual(report);
    const back = kept(report);
    expect(back?.kind === 'metrics' && Object.keys(back.totals.values)).toEqual(['__proto__', 'constructor', 'a.b']);
  });

  it('gives every report of a real tool back as it was read', { timeout: 120_000 }, () => {
    const wrong = (readFixtures() ?? []).flatMap((fixture) => {
      const report = readReport(fixture.file, readFixture(fixture));
      const packed = JSON.stringify(packReport(report));
      const back = unpackReport(JSON.parse(packed));
      if (!back) return [`${fixture.file}: cannot be unpacked`];
      expect(back).toStrictEqual(report);
      return JSON.stringify(packReport(back)) === packed ? [] : [`${fixture.file}: packs otherwise the second time`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nothing', null],
    ['a text', 'x'],
    ['an unknown kind', { ...packReport(coverage), kind: 'other' }],
    ['a field that is not known', { ...packReport(coverage), extra: 1 }],
    ['more covered than there is', { ...packReport(coverage), totals: { ...coverage.totals, lines: { covered: 2, total: 1 } } }],
    ['a fraction of a line', { ...packReport(coverage), totals: { ...coverage.totals, lines: { covered: 0.5, total: 1 } } }],
    ['lines that are no base64', withFile({ lines: '*' })],
    ['lines cut in the middle', withFile({ lines: packNumbers([1, 1, 1]) })],
    ['statements cut in the middle', withFile({ statements: packNumbers([1, 1, 1]) })],
    ['a path that is none', withFile({ path: 7 })],
  ])('is null for %s', (_, value) => {
    expect(unpackReport(value)).toBeNull();
  });
});

describe('packed numbers', () => {
  it.each([
    ['a line twice', packNumbers([5, 1, 0, 1])],
    ['a line beyond 2^32', packNumbers([4_294_967_295, 1, 1, 1])],
    ['hits beyond 2^32', Buffer.from([1, 0x80, 0x80, 0x80, 0x80, 0x10]).toString('base64')],
    ['a number that does not end', Buffer.from([0x80]).toString('base64')],
    ['a number that is too long', Buffer.from([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1, 1]).toString('base64')],
    ['a number with an empty end', Buffer.from([0x81, 0, 1]).toString('base64')],
    ['base64 with white space', `${packNumbers([1, 1])}\n`],
  ])('are refused for %s', (_, text) => {
    expect(linesFromText(text)).toBeNull();
  });

  it('are refused for statements that do not ascend', () => {
    expect(statementsFromText(packNumbers([3, 1, 3, 9, 1, 0, 0, 1, 3, 9, 1, 0]))).toBeNull();
    expect(statementsFromText(packNumbers([3, 1, 3, 9, 1, 0, 0, 1, 3, 10, 1, 0]))).not.toBeNull();
  });
});

function withFile(change: object): unknown {
  const packed = packReport(coverage);
  return packed.kind === 'coverage' ? { ...packed, files: packed.files.map((file) => ({ ...file, ...change })) } : null;
}
