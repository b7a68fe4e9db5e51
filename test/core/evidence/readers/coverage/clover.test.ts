import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('clover');

const metrics = (statements: string, rest = 'conditionals="0" coveredconditionals="0" methods="0" coveredmethods="0"'): string => {
  const [covered, total] = statements.split('/');
  return `<metrics statements="${total}" coveredstatements="${covered}" ${rest}/>`;
};
const document = (body: string): string => `<?xml version="1.0"?><coverage generated="1" clover="4"><project>${body}</project></coverage>`;

it("takes the project's sums, and flags files that add up to other", () => {
  const report = readSample(
    document(
      `${metrics('8/10')}<package name="p"><file name="a.js" path="/w/a.js">${metrics('1/2')}<line num="3" type="stmt" count="4"/><line num="5" type="cond" truecount="0" falsecount="0"/></file></package>`,
    ),
  );
  expect(said(report.totals)).toEqual({ statements: '8/10', branches: '0/0', functions: '0/0', files: '1' });
  expect(hits(report)).toEqual({ '/w/a.js': { 3: 4, 5: 0 } });
  expect(report.flags).toEqual(['header-disagrees: statements 8/10, files 1/2']);
});

it('counts lines where nothing is declared; the head of a method is no statement', () => {
  const report = readSample(
    document(
      '<file name="a.php"><line num="1" type="method" count="1"/><line num="2" type="stmt" count="1"/><line num="3" type="cond" truecount="2" falsecount="0"/></file>',
    ),
  );
  expect(said(report.totals)).toEqual({ statements: '2/2', branches: '1/2', functions: '1/1', files: '1' });
  expect(hits(report)).toEqual({ 'a.php': { 2: 1, 3: 2 } });
});

it('leaves tests out', () => {
  const report = readSample(
    `<coverage clover="4"><project>${metrics('1/2')}</project><testproject>${metrics('9/9')}<file name="t"><line num="1" type="stmt" count="1"/></file></testproject></coverage>`,
  );
  expect(said(report.totals)).toMatchObject({ statements: '1/2' });
  expect(report.files).toEqual([]);
});

it.each([
  ['more covered than there is', metrics('3/2')],
  ['a count that is none', '<metrics statements="many" coveredstatements="1"/>'],
  ['a line without a number', '<file name="a"><line type="stmt" count="1"/></file>'],
  ['a line without a count', '<file name="a"><line num="1" type="stmt"/></file>'],
])('is rejected for %s', (_, body) => {
  expect(readSample(document(body))).toMatchObject({ format: 'clover', outcome: 'reject', error: { line: 1 } });
});

it('is empty without a statement', () => {
  expect(readSample(document(metrics('0/0')))).toMatchObject({ format: 'clover', outcome: 'empty' });
});

it.each([
  ['its lines say that less ran', '10/10', '10/10', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], '1/10'],
  ['more of its lines did not run than it has such statements', '10/10', '10/10', [1, 1, 0], '9/10'],
  ['its lines say that more ran', '1/2', '1/2', [1, 1], '1/2'],
  ["the project's sum says that more ran than the files' do", '10/10', '1/10', [], '1/10'],
])('where %s the lower counts, flagged', (_, project, file, counts, expected) => {
  const lines = counts.map((count, index) => `<line num="${index + 1}" type="stmt" count="${count}"/>`).join('');
  const report = readSample(document(`${metrics(project)}<file path="/w/a.js">${metrics(file)}${lines}</file>`));
  expect(said(report.totals)).toMatchObject({ statements: expected });
  expect(report.flags.join()).toContain('header-disagrees: statements');
});
