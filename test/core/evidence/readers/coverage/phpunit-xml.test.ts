import { expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { describeFixtures, readSample, said } from './coverage-sample.ts';

describeFixtures('phpunit-xml');

const totals = (covered: number, total: number): string =>
  `<totals><lines executable="${total}" executed="${covered}"/><methods count="2" tested="1"/><functions count="0" tested="0"/></totals>`;

it('takes the sums of the root folder and places files below it', () => {
  const report = readSample(
    `<phpunit xmlns="https://schema.phpunit.de/coverage/1.0"><project source="/w/src"><directory name="/">${totals(3, 4)}<directory name="Sub">${totals(3, 4)}<file name="A.php" href="Sub/A.php.xml">${totals(3, 4)}</file></directory></directory></project></phpunit>`,
  );
  expect(said(report.totals)).toEqual({ lines: '3/4', functions: '1/2', files: '1' });
  expect(report.files.map((file) => file.path)).toEqual(['/w/src/Sub/A.php']);
  expect(report.flags).toEqual([]);
});

it('is rejected where more ran than can', () => {
  expect(readSample(`<phpunit><project name="/w"><directory name="/w">${totals(5, 4)}</directory></project></phpunit>`)).toMatchObject({ outcome: 'reject' });
});

it('is not mistaken for the configuration, whose root has the same name', () => {
  expect(readReport('x', new TextEncoder().encode('<phpunit bootstrap="a.php"><testsuites/></phpunit>')).format).toBe('unknown');
});
