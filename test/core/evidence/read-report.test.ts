import { describe, expect, it } from 'vitest';
import { evidenceEntry } from '../../../src/core/evidence/evidence-entry.ts';
import { linePairs } from '../../../src/core/evidence/coverage/line-hits.ts';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import type { CoverageReport } from '../../../src/core/evidence/report.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): CoverageReport => readReport('report', utf8(text)) as CoverageReport;
/** Path and pairs of line and hits of each file. */
const filesOf = (report: CoverageReport) => report.files.map(({ path, lines }) => [path, linePairs(lines)]);
const cobertura = (body: string, header = 'line-rate="0.5"'): string =>
  `<?xml version="1.0"?><coverage ${header}><packages><package name="p"><classes>${body}</classes></package></packages></coverage>`;

describe('a tracefile', () => {
  it('adds up the records of one file', () => {
    const report = read('TN:a\nSF:src/a.ts\nDA:1,0\nDA:2,1\nend_of_record\nTN:b\nSF:src/a.ts\nDA:1,3\nDA:3,0\nend_of_record\n');
    expect(filesOf(report)).toEqual([
      [
        'src/a.ts',
        [
          [1, 3],
          [2, 1],
          [3, 0],
        ],
      ],
    ]);
    expect(report.totals).toMatchObject({ lines: { covered: 2, total: 3 }, files: 1 });
  });

  it('reads names and branches that hold commas, and the function records of lcov 2', () => {
    const report = read(
      'SF:a.cpp\nFN:1,4,f(int, int)\nFNDA:2,f(int, int)\nFNL:0,8,9\nFNA:0,0,g\nFNA:0,5,h\nBRDA:3,e0,(a, b) ? 1 : 2,-\nBRDA:3,0,1,4\nDA:1,1,md5==\nend_of_record',
    );
    expect(report.totals).toMatchObject({ functions: { covered: 2, total: 2 }, branches: { covered: 1, total: 2 }, lines: { covered: 1, total: 1 } });
  });

  it('counts what is listed and flags sums that say otherwise', () => {
    const report = read('SF:a.ts\nDA:1,1\nDA:2,0\nLF:9\nLH:9\nend_of_record\n');
    expect(report.totals.lines).toEqual({ covered: 1, total: 2 });
    expect(report.flags).toEqual(['header-disagrees: LF 9, counted 2 (a.ts)', 'header-disagrees: LH 9, counted 1 (a.ts)']);
  });

  it('is read with carriage returns, comments, blank lines and large, negative or broken counts told apart', () => {
    expect(read('# by hand\r\n\r\nTN:\r\nSF:a.ts\r\nDA:1,18446744073709551615\r\nDA:2,-4\r\nDA:3,1e+19\r\nDA:4,0.0\r\nend_of_record\r\n').totals.lines).toEqual(
      { covered: 2, total: 4 },
    );
    expect(read('SF:a.ts\nDA:1,NaN\nend_of_record\n')).toMatchObject({ outcome: 'reject', format: 'lcov', error: { line: 2 } });
    expect(read('SF:a.ts\nDA:x,1\nend_of_record\n')).toMatchObject({
      outcome: 'reject',
      error: { message: 'line of DA is "x"; expected a whole number', line: 2 },
    });
    expect(read('SF:a.ts\nhello\n')).toMatchObject({ outcome: 'reject', error: { line: 2 } });
    expect(read('SF:a.ts\nend_of_record\nDA:1,1\n')).toMatchObject({ outcome: 'reject', error: { line: 3 } });
    expect(read('SF:a.ts\nconstructor:1\n')).toMatchObject({ outcome: 'reject' });
  });

  it.each([
    ['more hit than found, where no line is listed', 'SF:a.ts\nLF:10\nLH:19\nend_of_record\n', 3],
    ['the same in the other order', 'SF:a.ts\nLH:19\nLF:10\nend_of_record\n', 3],
    ['the same, evened out by another record', 'SF:a.ts\nLF:10\nLH:19\nend_of_record\nSF:a.ts\nLF:10\nLH:0\nend_of_record\n', 3],
    ['a sum that no product reaches', 'SF:a.ts\nLF:99999999999999999999\nLH:9\nend_of_record\n', 2],
    ['a negative sum', 'SF:a.ts\nLF:10\nLH:-1\nend_of_record\n', 3],
  ])('is rejected with the line for %s', (_, text, line) => {
    expect(read(text)).toMatchObject({ outcome: 'reject', error: { line } });
  });

  it('is counted where lines are listed, whatever its sums claim', () => {
    const report = read('SF:a.ts\nDA:1,1\nDA:2,0\nLF:1\nLH:2\nend_of_record\n');
    expect(report).toMatchObject({ outcome: 'ok', totals: { lines: { covered: 1, total: 2 } } });
    expect(report.flags).toHaveLength(2);
  });

  it('is empty without a line', () => {
    expect(read('TN:\n')).toMatchObject({ outcome: 'empty', format: 'lcov' });
    expect(read('TN:\nSF:a.ts\nend_of_record\n')).toMatchObject({ outcome: 'empty', format: 'lcov' });
  });
});

describe('Cobertura', () => {
  it('merges the classes of one file by line', () => {
    const lines = (hits: number): string =>
      `<methods><method name="m"><lines><line number="9" hits="1"/></lines></method></methods><lines><line number="1" hits="${hits}"/><line number="2" hits="0"/></lines>`;
    const report = read(cobertura(`<class filename="a.cs">${lines(0)}</class><class filename="a.cs">${lines(2)}</class>`));
    expect(filesOf(report)).toEqual([
      [
        'a.cs',
        [
          [1, 2],
          [2, 0],
        ],
      ],
    ]);
    expect(report.totals).toMatchObject({ lines: { covered: 1, total: 2 }, files: 1 });
  });

  it('takes branches from the header where the same lines have more of them there', () => {
    const body = '<class filename="a.js"><lines><line number="1" hits="1" branch="true" condition-coverage="50% (1/2)"/></lines></class>';
    const report = read(cobertura(body, 'lines-covered="1" lines-valid="1" branches-covered="3" branches-valid="4"'));
    expect(report.totals.branches).toEqual({ covered: 3, total: 4 });
    expect(report.flags).toEqual(['header-disagrees: branches 3/4, counted 1/2; the header is used']);
  });

  it.each(['50% (9/2)', '50% (-1/2)', '1% (1/99999999999999999999)'])('is rejected with the line for conditions that cannot be: %s', (conditions) => {
    const report = read(
      cobertura(`<class filename="a.js"><lines>\n<line number="1" hits="1" branch="true" condition-coverage="${conditions}"/></lines></class>`),
    );
    expect(report).toMatchObject({ outcome: 'reject', error: { line: 2 } });
  });

  it('ignores a header that cannot be, where the lines are counted', () => {
    const body = '<class filename="a.js"><lines><line number="1" hits="0"/></lines></class>';
    const report = read(cobertura(body, 'lines-covered="9" lines-valid="2" branches-covered="9" branches-valid="2"'));
    expect(report).toMatchObject({ outcome: 'ok', totals: { lines: { covered: 0, total: 1 }, branches: null } });
    expect(report.flags.join()).toContain('header-disagrees: lines 9/2, counted 0/1');
  });

  it('keeps the source roots and a file without a name', () => {
    const report = read(
      '<coverage line-rate="1"><sources><source> /w/src </source></sources><packages><class filename="" name="X"><lines><line number="1" hits="1"/></lines></class></packages></coverage>',
    );
    expect(report).toMatchObject({ sources: ['/w/src'], outcome: 'ok', flags: ['no-filename: class X'] });
  });

  it.each([
    ['a hit count that is no number', '<line number="1" hits="N/A"/>'],
    ['a line without hits', '<line number="1"/>'],
    ['a line number that is no number', '<line number="1.5" hits="1"/>'],
  ])('is rejected for %s', (_, line) => {
    expect(read(cobertura(`<class filename="a"><lines>${line}</lines></class>`))).toMatchObject({ outcome: 'reject', format: 'cobertura', error: { line: 1 } });
  });

  it('is not mistaken for Clover or Sonar, whose roots have the same name', () => {
    expect(read('<coverage generated="1" clover="3"><project><metrics/></project></coverage>').format).toBe('clover');
    expect(read('<coverage version="1"><file path="a"><lineToCover lineNumber="1" covered="true"/></file></coverage>').format).toBe('sonar-generic');
  });
});

describe('JaCoCo', () => {
  const counter = (type: string, missed: number, covered: number): string => `<counter type="${type}" missed="${missed}" covered="${covered}"/>`;

  it("takes the report's own counters and keeps the group of each file", () => {
    const module = (name: string): string =>
      `<group name="${name}"><package name="com/a"><sourcefile name="X.java"><line nr="3" mi="0" ci="2"/><line nr="4" mi="1" ci="0"/>${counter('LINE', 1, 1)}</sourcefile>${counter('LINE', 1, 1)}</package>${counter('LINE', 1, 1)}</group>`;
    const report = read(`<report name="r">${module('one')}${module('two')}${counter('LINE', 2, 2)}</report>`);
    expect(report.totals).toMatchObject({ lines: { covered: 2, total: 4 }, files: 2, branches: null });
    const lines = [
      [3, 2],
      [4, 0],
    ];
    expect(filesOf(report)).toEqual([
      ['com/a/X.java', lines],
      ['com/a/X.java', lines],
    ]);
    expect(report.files.map(({ group }) => group)).toEqual(['one', 'two']);
    expect(report.flags).toEqual([]);
  });

  it.each([
    [1, '99999999999999999999'],
    [1, '9007199254740991'],
    [-1, '9'],
  ])('is rejected with the line for a counter that cannot be: %s missed, %s covered', (missed, covered) => {
    const report = read(
      `<report name="r"><package name="a"><sourcefile name="X.java">\n${counter('LINE', missed, Number(covered)).replace(/covered="[^"]*"/, `covered="${covered}"`)}</sourcefile></package></report>`,
    );
    expect(report).toMatchObject({ outcome: 'reject', error: { line: 2 } });
  });

  it('falls back on instructions where nothing was compiled with line numbers', () => {
    expect(
      read(
        `<report name="r"><package name="a"><sourcefile name="X.java">${counter('INSTRUCTION', 1, 3)}</sourcefile></package>${counter('INSTRUCTION', 1, 3)}</report>`,
      ),
    ).toMatchObject({ outcome: 'ok', totals: { lines: null, instructions: { covered: 3, total: 4 } } });
  });
});

describe('bytes', () => {
  const text = 'TN:\nSF:src/año.ts\nDA:1,1\nend_of_record\n';
  const utf16 = (value: string, mark: boolean): Uint8Array => new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + value, 'utf16le'));

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16 with a mark', utf16(text, true)],
    ['UTF-16 without a mark', utf16(text, false)],
    ['big-endian UTF-16', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())],
  ])('in %s are decoded', (_, bytes) => {
    expect((readReport('x', bytes) as CoverageReport).files[0]?.path).toBe('src/año.ts');
  });

  it('are decoded as the XML declaration says', () => {
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n<coverage line-rate="1"><packages><class filename="a\u00f1o.py"><lines><line number="1" hits="1"/></lines></class></packages></coverage>';
    expect((readReport('x', new Uint8Array(Buffer.from(xml, 'latin1'))) as CoverageReport).files[0]?.path).toBe('año.py');
    expect(readReport('x', utf8(xml.replace('ISO-8859-1', 'utf-16')))).toMatchObject({ outcome: 'ok', flags: ['encoding: declared as UTF-16, is not'] });
    expect(readReport('x', utf8(xml.replace('ISO-8859-1', 'klingon')))).toMatchObject({
      outcome: 'reject',
      error: { message: expect.stringContaining('klingon') },
    });
  });

  it('may begin with white space', () => {
    expect(read(`  \n${cobertura('<class filename="a"><lines><line number="1" hits="1"/></lines></class>', 'line-rate="1"')}`).outcome).toBe('ok');
  });

  it('of nothing but white space are missing evidence', () => {
    expect(readReport('x', new Uint8Array()).outcome).toBe('empty');
    expect(read(' \n\t\n').outcome).toBe('empty');
  });
});

it('gives the command line a summary without files', () => {
  expect(evidenceEntry(read('SF:a.ts\nDA:1,1\nend_of_record\n'))).toEqual({
    file: 'report',
    kind: 'coverage',
    format: 'lcov',
    outcome: 'ok',
    flags: [],
    totals: { lines: { covered: 1, total: 1 }, branches: null, functions: null, statements: null, instructions: null, files: 1 },
  });
});
