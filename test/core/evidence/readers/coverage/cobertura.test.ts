import { expect, it } from 'vitest';
import { hits, readSample, said } from './coverage-sample.ts';

const document = (...classes: string[]): string =>
  `<coverage line-rate="0.5"><packages><package name="p"><classes>${classes.join('')}</classes></package></packages></coverage>`;
const lines = (...list: string[]): string => `<class filename="a.py"><lines>${list.join('')}</lines></class>`;

it('unites lines in any order, within a class and over classes', () => {
  const report = readSample(
    document(lines('<line number="9" hits="1"/>', '<line number="2" hits="0"/>', '<line number="9" hits="2"/>'), lines('<line number="2" hits="3"/>')),
  );
  expect(hits(report)).toEqual({ 'a.py': { 2: 3, 9: 3 } });
  expect(said(report.totals)).toMatchObject({ lines: '2/2', files: '1' });
});

it('takes of the conditions of one line the fullest count', () => {
  const condition = (number: number, count: string): string => `<line number="${number}" hits="1" branch="true" condition-coverage="1% (${count})"/>`;
  expect(said(readSample(document(lines(condition(5, '1/2'), condition(3, '0/2')), lines(condition(5, '3/4'), condition(3, '1/2')))).totals)).toMatchObject({
    branches: '4/6',
  });
});

it.each([
  ['50% (1/2)', '1/2'],
  ['66.67% (2/3)', '2/3'],
  ['(3/4)', '3/4'],
  ['0% ( 0 / 2 )', '0/2'],
  ['100% (2/2) of 4', '2/2'],
  ['50%', undefined],
])('reads the conditions of %s', (text, branches) => {
  const report = readSample(document(lines('<line number="1" hits="1"/>', `<line number="2" hits="1" branch="true" condition-coverage="${text}"/>`)));
  expect(said(report.totals)).toMatchObject({ lines: '2/2' });
  expect(said(report.totals)['branches']).toBe(branches);
});

it.each(['150% (3/2)', '50% (-1/2)', '50% (1/99999999999)'])('rejects conditions that cannot be: %s', (text) => {
  expect(readSample(document(lines(`<line number="1" hits="1" condition-coverage="${text}"/>`)))).toMatchObject({ outcome: 'reject' });
});

it('reads counts as writers print them', () => {
  expect(hits(readSample(document(lines('<line number=" 1 " hits="1.0"/>', '<line number="2" hits="1e+19"/>', '<line number="3" hits="-1"/>'))))).toEqual({
    'a.py': { 1: 1, 2: 4_294_967_295, 3: 0 },
  });
});

it('keeps the lines of a file that has more of them than fit at once', () => {
  const many = Array.from({ length: 70_000 }, (_, n) => `<line number="${n + 1}" hits="${n % 2}"/>`);
  expect(said(readSample(document(lines(...many))).totals)).toMatchObject({ lines: '35000/70000' });
});

it('flags lines that stand only below methods, and not those that the class repeats', () => {
  const line = '<line number="3" hits="1"/>';
  const methods = `<methods><method name="m"><lines>${line}</lines></method></methods>`;
  const only = `<class filename="b.py">${methods}</class>`;
  const both = `<class filename="a.py">${methods}<lines>${line}</lines></class>`;
  const flag = 'lines-below-methods: 1 lines stand only below methods and do not count (b.py)';
  expect(readSample(document(only))).toMatchObject({ outcome: 'empty', flags: [flag] });
  expect(readSample(document(both, only, both)).flags.filter((one) => one.startsWith('lines-'))).toEqual([flag]);
  expect(readSample(document(both)).flags.join()).not.toContain('lines-below-methods');
});
