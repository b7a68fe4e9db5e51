import { describe, expect, it } from 'vitest';
import { describeFixtures, readSample, said } from './coverage-sample.ts';

describeFixtures('istanbul-summary');
describeFixtures('gcovr-summary-json');
describeFixtures('jacoco-csv');

const pair = (covered: number, total: number, pct: number | string = 50) => ({ covered, total, skipped: 0, pct });

describe("istanbul's summary", () => {
  it('counts the files, and flags a total that is not their sum', () => {
    const report = readSample({
      total: { lines: pair(9, 9), branches: pair(0, 0, 'Unknown') },
      'a.ts': { lines: pair(1, 2), branches: pair(0, 0, 'Unknown') },
    });
    expect(said(report.totals)).toEqual({ lines: '1/2', branches: '0/0', files: '1' });
    expect(report.flags).toEqual(['header-disagrees: lines of total 9 of 9, counted 1 of 2']);
  });

  it.each([
    ['only a total', { total: { lines: pair(1, 2) } }, 'ok'],
    ['nothing to cover', { total: { lines: pair(0, 0, 'Unknown') } }, 'empty'],
    ['a count that is a word', { total: { lines: { covered: '1', total: 2, pct: 1 } } }, 'reject'],
  ])('with %s is %s', (_, document, outcome) => {
    expect(readSample(document)).toMatchObject({ format: 'istanbul-summary', outcome });
  });
});

describe("gcovr's summary", () => {
  const counts = (covered: number, total: number) => ({ line_covered: covered, line_total: total, line_percent: 1 });

  it('counts the files, and flags a total that is not their sum', () => {
    const report = readSample({ 'gcovr/summary_format_version': '0.6', root: '.', files: [{ filename: 'a.c', ...counts(1, 2) }], ...counts(3, 4) });
    expect(said(report.totals)).toEqual({ lines: '1/2', files: '1' });
    expect(report.flags).toEqual(['header-disagrees: lines 3 of 4, counted 1 of 2']);
  });
});

describe("JaCoCo's CSV", () => {
  const head = 'GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,LINE_MISSED,LINE_COVERED\n';

  it('sums classes, nested ones with their outer one, and reads quoted names', () => {
    const report = readSample(`${head}"shop, api",com.acme,Order,1,2,3,4,5,6\r\n"shop, api",com.acme,Order.new Runnable() {...},0,1,0,0,0,1\r\n`);
    expect(said(report.totals)).toEqual({ lines: '7/12', branches: '4/7', instructions: '3/4' });
    expect(report.files.map(({ path, group }) => [path, group])).toEqual([['com/acme/Order', 'shop, api']]);
  });

  it.each([
    ['no class', head, 'empty', undefined],
    ['a cut row', `${head}g,p,C,1,2,3\n`, 'reject', 2],
    ['a count that is none', `${head}g,p,C,1,2,3,4,5,-6\n`, 'reject', 2],
  ])('is missing evidence with %s', (_, text, outcome, line) => {
    const report = readSample(text);
    expect(report).toMatchObject({ format: 'jacoco-csv', outcome });
    expect(report.error?.line).toBe(line);
  });
});
