import { describe, expect, it } from 'vitest';
import { linePairs } from '../../../../../src/core/evidence/coverage/line-hits.ts';
import { openReport } from '../../../../../src/core/evidence/open-report.ts';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { CoverageReport } from '../../../../../src/core/evidence/report.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): CoverageReport => readReport('lcov.info', utf8(text)) as CoverageReport;

/** A report that comes in pieces of a size. */
function readIn(bytes: Uint8Array, size: number): CoverageReport {
  const report = openReport('lcov.info');
  for (let at = 0; at < bytes.length; at += size) report.push(bytes.slice(at, at + size));
  return report.end() as CoverageReport;
}

describe.skipIf(fixturesOf('lcov').length === 0)('tracefiles of real tools', () => {
  it.each(fixturesOf('lcov').map((fixture) => [fixture.file, fixture] as const))('%s has the totals that its writer meant', (_, fixture) => {
    const { outcome, lines, branches, functions, files } = fixture.expected;
    const none = { statements: null, instructions: null };
    const totals = outcome === 'ok' ? { ...none, lines, branches, functions, files } : { ...none, lines: null, branches: null, functions: null, files: null };
    expect(readReport(fixture.file, readFixture(fixture))).toMatchObject({ outcome, totals });
  });

  it('read the same in pieces of any size', () => {
    for (const fixture of fixturesOf('lcov')) {
      const bytes = readFixture(fixture);
      const whole = readIn(bytes, bytes.length + 1);
      for (const size of [1, 7, 1000]) expect(readIn(bytes, size)).toEqual(whole);
    }
  });
});

describe('a tracefile', () => {
  it.each([
    [
      'in any order, and twice',
      'DA:9,0\nDA:2,1\nDA:9,3\nDA:2,0\n',
      [
        [2, 1],
        [9, 3],
      ],
    ],
    [
      'with checksums',
      'DA:1,5,abc/+==\nDA:2,0,\n',
      [
        [1, 5],
        [2, 0],
      ],
    ],
    [
      'with spaces and tabs about',
      ' DA:1,5 \n\tDA: 2 , 0\t\n',
      [
        [1, 5],
        [2, 0],
      ],
    ],
    ['with more hits than are kept', 'DA:1,4294967296\nDA:1,1\n', [[1, 4_294_967_295]]],
    ['with a fraction of a hit', 'DA:1,0.25\n', [[1, 1]]],
  ])('lists lines %s', (_, entries, expected) => {
    expect(linePairs(read(`SF:a.ts\n${entries}end_of_record\n`).files[0]?.lines ?? { numbers: new Uint32Array(), hits: new Uint32Array() })).toEqual(expected);
  });

  it.each([
    ['the same branch in two records', 'BRDA:3,0,0,-\nBRDA:3,0,1,2\nend_of_record\nSF:a.ts\nBRDA:3,0,0,7\n', 2, 2],
    ['exceptional branches and plain ones apart', 'BRDA:3,e0,0,1\nBRDA:3,0,0,0\n', 1, 2],
    ['large blocks', 'BRDA:3,99999,0,1\nBRDA:3,99999,900,0\nBRDA:3,99999,0,0\n', 1, 2],
    ['expressions with commas', 'BRDA:3,0,f(a, b),1\nBRDA:3,0,f(a, c),-\n', 1, 2],
    ['equal branches of two lines', 'BRDA:3,0,0,1\nBRDA:4,0,0,0\n', 1, 2],
  ])('counts %s', (_, entries, covered, total) => {
    expect(read(`SF:a.ts\nDA:1,1\n${entries}end_of_record\n`).totals.branches).toEqual({ covered, total });
  });

  it.each([
    ['names of two records', 'FN:1,f\nFNDA:0,f\nend_of_record\nSF:a.ts\nFN:1,f\nFNDA:3,f\n', 1, 1],
    ['calls without a declaration', 'FNDA:3,f\nFNDA:0,g\n', 1, 2],
    ['names that begin with a number', 'FN:1,2,3d(int)\nFNDA:1,3d(int)\n', 1, 1],
    ['aliases of one function once', 'FNL:0,1,5\nFNA:0,0,a\nFNA:0,2,b\nFNL:1,9\nFNA:1,0,c\n', 1, 2],
  ])('counts functions: %s', (_, entries, covered, total) => {
    expect(read(`SF:a.ts\nDA:1,1\n${entries}end_of_record\n`).totals.functions).toEqual({ covered, total });
  });

  it('leaves versions and conditions aside, and tells of keys that it does not know', () => {
    const { flags } = read('SF:a.ts\nVER:1\nDA:1,1\nMCDC:1,2,t,1,0,a\nMCF:1\nMCH:1\nNEWKEY:4\nend_of_record\n');
    expect(flags).toEqual(['unknown-key: NEWKEY is not read']);
  });

  it('does not grow with a line that never ends', () => {
    const report = openReport('lcov.info');
    report.push(utf8(`SF:a.ts\n${'DA:1,1\n'.repeat(20_000)}FN:1,`));
    for (let piece = 0; piece < 64; piece += 1) report.push(new Uint8Array(1 << 16).fill(0x61));
    expect(report.end()).toMatchObject({ outcome: 'reject', error: { line: 20_002, message: expect.stringContaining('longer than') } });
  });

  it('unites two hundred thousand records of one file in no time', () => {
    const records = Array.from({ length: 200_000 }, (_, index) => `SF:a.ts\nDA:${((index * 7919) % 200_000) + 1},1\nend_of_record\n`).join('');
    const began = performance.now();
    expect(read(records).totals.lines).toEqual({ covered: 200_000, total: 200_000 });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('holds more lines, branches and functions in a record than its buffers take at once', () => {
    const many = Array.from(
      { length: 150_000 },
      (_, index) => `DA:${150_000 - index},${index % 2}\nBRDA:${index + 1},0,0,${index % 2}\nFNDA:${index % 2},f${index}\n`,
    );
    const half = { covered: 75_000, total: 150_000 };
    expect(read(`SF:a.ts\n${many.join('')}end_of_record\n`).totals).toMatchObject({ lines: half, branches: half, functions: half });
  });
});

describe('the fast way through a tracefile', () => {
  const numbers = ['0', '7', '42', '999', '1000', '12345', '00012', '99999999', '123456789', '999999999', '1000000000', '2147483647'];
  const entries = numbers.flatMap((number) => [
    `DA:${number},1`,
    `DA:3,${number}`,
    `BRDA:${number},0,1,-`,
    `BRDA:5,0,1,${number}`,
    `BRDA:6,${number.slice(0, 5)},2,1`,
    `FN:3,f${number}`,
  ]);
  const sums = ['FNF:12', 'LF:3', 'LH:2', 'FNDA:3,f7', 'DA:9,3,checksum'];
  const tracefile = (end: string): string =>
    ['TN:', ...['a.ts', 'b.ts', 'a.ts'].flatMap((path) => [`SF:${path}`, ...entries, ...sums, 'end_of_record'])].map((line) => line + end).join('');

  it.each([
    ['a space', ' \n'],
    ['a carriage return', '\r\n'],
  ])('counts what the slow way counts, which lines that end in %s take', (_, end) => {
    expect(read(tracefile('\n')).outcome).toBe('ok');
    expect(read(tracefile('\n'))).toEqual(read(tracefile(end)));
  });

  it.each([1, 2, 3, 5, 8, 13, 64, 1000])('does not depend on where pieces of %d bytes are cut, nor keep their memory', (size) => {
    const bytes = utf8(tracefile('\n'));
    const [report, memory] = [openReport('lcov.info'), new Uint8Array(size)];
    for (let at = 0; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      memory.set(piece);
      report.push(memory.subarray(0, piece.length));
      memory.fill(0x39);
    }
    expect(report.end()).toEqual(read(tracefile('\n')));
  });

  it.each(['DA:x,1', 'DA:,1', 'DA:1,', 'DA:1', 'DA:4294967296,1', 'DA:1,1 2', 'BRDA:1,0', 'BRDA:1,0,0,x', 'BRDA:x,0,0,1', 'LF:x'])(
    'names the line of a wrong one: %s',
    (wrong) => {
      const text = `SF:a.ts\n${'DA:1,1\nBRDA:1,0,0,1\n'.repeat(50)}${wrong}\n${'DA:2,1\n'.repeat(50)}end_of_record\n`;
      expect(read(text)).toMatchObject({ outcome: 'reject', error: { line: 102 } });
    },
  );

  it('takes a record of more lines than are sorted at once, in any order', () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => ((index * 7919) % 150_000) + 1);
    const report = read(`SF:a.ts\n${lines.map((line) => `DA:${line},${line % 2}\nBRDA:${line},0,0,${line % 3}\n`).join('')}end_of_record\n`);
    expect(report.totals).toMatchObject({ lines: { covered: 75_000, total: 150_000 }, branches: { covered: 100_000, total: 150_000 } });
    expect(linePairs(report.files[0]?.lines ?? { numbers: new Uint32Array(), hits: new Uint32Array() }).slice(0, 2)).toEqual([
      [1, 2],
      [2, 0],
    ]);
  });
});
