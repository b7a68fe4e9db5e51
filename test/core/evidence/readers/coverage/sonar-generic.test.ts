import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('sonar-generic');

const document = (lines: string): string => `<coverage version="1"><file path="src/a.m">${lines}</file></coverage>`;

it('takes a line as covered when it is once, and of its branches the fullest count', () => {
  const report = readSample(
    document(
      '<lineToCover lineNumber="1" covered="false" branchesToCover="2"/><lineToCover lineNumber="1" covered="true" branchesToCover="2" coveredBranches="1"/><lineToCover lineNumber="2" covered="false"/>',
    ),
  );
  expect(said(report.totals)).toEqual({ lines: '1/2', branches: '1/2', files: '1' });
  expect(hits(report)).toEqual({ 'src/a.m': { 1: 1, 2: 0 } });
});

it.each([
  ['a line that says not whether it ran', '<lineToCover lineNumber="1"/>'],
  ['a line without a number', '<lineToCover covered="true"/>'],
  ['more branches covered than there are', '<lineToCover lineNumber="1" covered="true" branchesToCover="1" coveredBranches="2"/>'],
])('is rejected for %s', (_, line) => {
  expect(readSample(document(line))).toMatchObject({ format: 'sonar-generic', outcome: 'reject', error: { line: 1 } });
});

it.each([
  ['<coverage version="1"/>', 'sonar-generic'],
  ['<coverage version="1"><file path="a"/></coverage>', 'sonar-generic'],
  ['<coverage line-rate="1" version="1.9"><packages/></coverage>', 'cobertura'],
  ['<coverage><sources/><packages/></coverage>', 'cobertura'],
  ['<coverage generated="1"><project/></coverage>', 'clover'],
  ['<coverage generated="1" clover="4"/>', 'clover'],
])('four formats share a root, and each knows its own: %s', (text, format) => {
  expect(readSample(text)).toMatchObject({ format, outcome: 'empty' });
});
