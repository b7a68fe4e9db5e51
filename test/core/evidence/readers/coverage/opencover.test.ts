import { expect, it } from 'vitest';
import { describeFixtures, hits, readSample, said } from './coverage-sample.ts';

describeFixtures('opencover');

const point = (line: number, hit: number, file = ''): string =>
  `<SequencePoint vc="${hit}" sl="${line}" sc="1" el="${line}" ec="9" ${file === '' ? '' : `fileid="${file}"`}/>`;
const method = (points: string): string =>
  `<Classes><Class><Methods><Method><FileRef uid="1"/><SequencePoints>${points}</SequencePoints></Method></Methods></Class></Classes>`;
const module = (body: string, attributes = ''): string =>
  `<Module ${attributes}><Files><File uid="1" fullPath="C:\\a.cs"/><File uid="2" fullPath="C:\\b.cs"/></Files>${body}</Module>`;
const document = (modules: string, summary = ''): string => `<CoverageSession>${summary}<Modules>${modules}</Modules></CoverageSession>`;

it('counts points by the file that they name, else by that of their method', () => {
  const report = readSample(document(module(method(point(3, 2) + point(4, 0, '2')))));
  expect(said(report.totals)).toEqual({ instructions: '1/2', branches: '0/0', files: '2' });
  expect(hits(report)).toEqual({ 'C:\\a.cs': { 3: 2 }, 'C:\\b.cs': { 4: 0 } });
  expect(report.files[0]?.statements).toEqual(Uint32Array.of(3, 1, 3, 9, 1, 2));
});

it('takes the summary of the session, and flags one that says other', () => {
  const summary = '<Summary numSequencePoints="5" visitedSequencePoints="4" numBranchPoints="2" visitedBranchPoints="1"/>';
  const report = readSample(document(module(method(point(3, 2))), summary));
  expect(said(report.totals)).toEqual({ instructions: '4/5', branches: '1/2', files: '2' });
  expect(report.flags).toHaveLength(2);
});

it('leaves out what the tool skipped, and starts the numbers of files anew with each module', () => {
  const skipped = module(method(point(9, 1)), 'skippedDueTo="Filter"');
  const other = `<Module><Files><File uid="1" fullPath="C:\\c.cs"/></Files>${method(point(7, 1))}</Module>`;
  expect(hits(readSample(document(skipped + module(method(point(3, 0))) + other)))).toEqual({ 'C:\\a.cs': { 3: 0 }, 'C:\\b.cs': {}, 'C:\\c.cs': { 7: 1 } });
});

it.each([
  ['a count that is none', document(module(method('<SequencePoint vc="x" sl="1"/>')))],
  ['more visited than there is', document('', '<Summary numSequencePoints="1" visitedSequencePoints="2"/>')],
])('is rejected for %s', (_, text) => {
  expect(readSample(text)).toMatchObject({ format: 'opencover', outcome: 'reject', error: { line: 1 } });
});

it('is empty without a point', () => {
  expect(readSample(document(''))).toMatchObject({ format: 'opencover', outcome: 'empty' });
});

it('takes the lower count where the summary and the points have equal totals', () => {
  const summary = '<Summary numSequencePoints="2" visitedSequencePoints="2" numBranchPoints="0" visitedBranchPoints="0"/>';
  const report = readSample(document(module(method(point(3, 0) + point(4, 0))), summary));
  expect(said(report.totals)).toMatchObject({ instructions: '0/2' });
  expect(report.flags).toEqual(['header-disagrees: sequence points 2/2, counted 0/2; the lower counts']);
});
