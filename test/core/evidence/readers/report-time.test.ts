import { expect, it } from 'vitest';
import { readReport } from '../../../../src/core/evidence/read-report.ts';

const madeAt = (document: object): string | undefined => readReport('r.json', new TextEncoder().encode(JSON.stringify(document))).madeAt;
const figures = { ks_statistic: 0.04, accuracy: 0.9, n: 100 };

it.each([
  ['a figure of the team, with its time', { ...figures, timestamp: '2027-01-28T17:00:00Z' }, '2027-01-28T17:00:00Z'],
  ['one of another name, without a zone', { ...figures, generated_at: '2027-01-28 17:00:00' }, '2027-01-28 17:00:00'],
  ['no time', figures, undefined],
  ['a time that is a bare number, of which nobody knows the unit', { ...figures, timestamp: 1_800_000_000 }, undefined],
  ['words', { ...figures, timestamp: 'this morning' }, undefined],
  ['a time that stands deeper, which may be of the data', { ...figures, data: { timestamp: '2027-01-28T17:00:00Z' } }, undefined],
  [
    'the end of an MLflow run',
    { run: { info: { run_id: 'a', status: 'FINISHED', end_time: 1_800_000_000_000 }, data: { metrics: [{ key: 'accuracy', value: 0.9 }] } } },
    '2027-01-15T08:00:00.000Z',
  ],
  [
    "Great Expectations' time of the run",
    {
      success: true,
      statistics: { evaluated_expectations: 1, successful_expectations: 1, unsuccessful_expectations: 0 },
      results: [{ success: true, expectation_config: { expectation_type: 'expect_column_to_exist', kwargs: { column: 'a' } }, result: {}, exception_info: {} }],
      meta: { run_id: { run_name: 'x', run_time: '2027-01-28T17:00:00.123456+00:00' } },
    },
    '2027-01-28T17:00:00.123456+00:00',
  ],
])('a report gives %s', (_name, document, expected) => expect(madeAt(document)).toBe(expected));
