import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('gcov-text');

const head = '        -:    0:Source:src/a.cpp\n        -:    0:Runs:1\n';

it('reads every way of writing a count', () => {
  const report = readSample(
    `${head}        -:    1:// no code: 1:2\n        3:    2:a\n       4*:    3:b\n    #####:    4:c\n    =====:    5:d\n     1.5k:    6:e\n`,
  );
  expect(hits(report)).toEqual({ 'src/a.cpp': { 2: 3, 3: 4, 4: 0, 5: 0, 6: 1 } });
  expect(said(report.totals)).toEqual({ lines: '3/5', files: '1' });
});

it('counts a line of several template instances once, and their branches each', () => {
  const report = readSample(`${head}        2:    2:T pick(T a) {
       1*:    3:  if (a) return a;
------------------
double pick<double>(double):
function _Z4pickId called 0 returned 0% blocks executed 0%
    #####:    2:T pick(T a) {
    #####:    3:  if (a) return a;
branch  0 never executed
branch  1 never executed
------------------
int pick<int>(int):
function _Z4pickIi called 2 returned 100% blocks executed 75%
        2:    2:T pick(T a) {
       1*:    3:  if (a) return a;
branch  0 taken 1 (fallthrough)
branch  1 taken 0
        2:    3-block  0
call    0 returned 1
------------------
`);
  expect(hits(report)).toEqual({ 'src/a.cpp': { 2: 4, 3: 2 } });
  expect(said(report.totals)).toEqual({ lines: '2/2', branches: '1/4', functions: '1/2', files: '1' });
});

it('reads several files after another', () => {
  const report = readSample(`${head}        1:    1:a\n        -:    0:Source:b.h\n    #####:    1:b\n${head}    #####:    1:a\n`);
  expect(hits(report)).toEqual({ 'src/a.cpp': { 1: 1 }, 'b.h': { 1: 0 } });
});

it.each([
  ['no code', head, 'empty', undefined],
  ['a line that is none', `${head}what is this\n`, 'reject', 3],
  ['a count that is none', `${head}     many:    1:x\n`, 'reject', 3],
])('is missing evidence with %s', (_, text, outcome, line) => {
  const report = readSample(text);
  expect(report).toMatchObject({ format: 'gcov-text', outcome });
  expect(report.error?.line).toBe(line);
});
