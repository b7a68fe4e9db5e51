import { expect, it } from 'vitest';
import { hits, readSample, said } from './coverage-sample.ts';

const document = (lines: string, counters = ''): string =>
  `<report name="r"><package name="p"><class name="p/A"><counter type="LINE" missed="9" covered="9"/></class><sourcefile name="A.java">${lines}${counters}</sourcefile></package></report>`;

it('takes the lines of source files, in any order and each once', () => {
  const report = readSample(document('<line nr="7" mi="0" ci="2"/><line nr="3" mi="1"/><line nr="7" mi="0" ci="1"/>'));
  expect(hits(report)).toEqual({ 'p/A.java': { 3: 0, 7: 3 } });
  expect(said(report.totals)).toEqual({ lines: '1/2', files: '1' });
});

it('keeps no lines where they say not whether they ran, and then takes the counters', () => {
  const report = readSample(document('<line nr="7" mb="1" cb="1"/>', '<counter type="LINE" missed="1" covered="2"/>'));
  expect(hits(report)).toEqual({ 'p/A.java': {} });
  expect(said(report.totals)).toEqual({ lines: '2/3', files: '1' });
  expect(report.flags.join()).toContain('lines-without-hits');
});

it.each(['<line nr="x" ci="1"/>', '<line nr="1" ci="x" mi="0"/>', '<line ci="1"/>', '<line nr="1" ci="-1"/>'])('is rejected for %s', (line) => {
  expect(readSample(document(line))).toMatchObject({ format: 'jacoco', outcome: 'reject', error: { line: 1 } });
});

it('the lower count of lines stands where the counters and the lines have equal totals', () => {
  const lines = '<line nr="1" mi="1" ci="0" mb="0" cb="0"/><line nr="2" mi="1" ci="0" mb="0" cb="0"/>';
  const counter = '<counter type="LINE" missed="0" covered="2"/>';
  const report = readSample(`<report name="r"><package name="p"><sourcefile name="A.java">${lines}${counter}</sourcefile></package>${counter}</report>`);
  expect(report.totals.lines).toEqual({ covered: 0, total: 2 });
  expect(report.files[0]?.totals.lines).toEqual({ covered: 0, total: 2 });
  expect(report.flags.join()).toContain('header-disagrees: LINE 2/2, counted 0/2');
});
