import { describe, expect, it } from 'vitest';
import { bundle, tests, type WorldInput } from './rule-world.ts';
import { tell, type Told } from './told.ts';

const unit = { tests: { type: 'unit' } };
const ofApis = { tests: { type: 'unit', kind: 'api' } };
const running = [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }];
const waits = { next: 'Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.', until: '2027-01-28T18:50:00.000Z' };
const api = { component: 'shop-api' };
const good = tests('unit', { tests: 3, passed: 3 });
const mapped = 'Say which reports these are, under `evidence.reports` in `.github/sprintgate.yml`: ';
const ambiguous = 'What it is about is not known; if it is something else, say so under `evidence.reports` in `.github/sprintgate.yml`, in the form ';

function runs(changes: WorldInput): WorldInput {
  const evidence = { bundles: [bundle(changes.reports ?? [])], refused: [], runningWorkflows: running };
  return { ...changes, snapshot: { ...changes.snapshot, evidence } };
}

type Row = readonly [name: string, rule: unknown, changes: WorldInput, told: Told];

const rows: readonly Row[] = [
  [
    'wait before those of no known type are told',
    unit,
    runs({ reports: [tests('unit', { tests: 1, passed: 1 }, { type: null })] }),
    { is: 'pending evidence.awaited', why: 'unit tests: the workflow that should report it is still running', ...waits },
  ],
  [
    'of no known type need a line of configuration',
    unit,
    {
      reports: [
        tests('x', { tests: 4, passed: 3, skipped: 1 }, { type: null, file: 'a.xml' }),
        tests('x', { tests: 2, passed: 2 }, { type: null }),
        tests('x', { tests: 9 }, { type: null, outcome: 'reject' }),
      ],
    },
    {
      is: 'cannot-evaluate tests.unclassified',
      why: 'unit tests: no report is known to be of this type. 5 tests of no known type ran, e.g. in `a.xml`',
      next: `${mapped}\`- { files: ["a.xml"], type: unit }\`; or with the Action's input \`test-type\`.`,
    },
  ],
  [
    'of no known component need one, too',
    ofApis,
    { reports: [tests('unit', { tests: 1, passed: 1 }, { file: 'a.xml' })] },
    {
      is: 'cannot-evaluate tests.unclassified',
      why: 'unit tests of shop-api: no report is known to be of this component. 1 test of no known component ran, e.g. in `a.xml`',
      next: `${mapped}\`- { files: ["a.xml"], component: shop-api }\`; or with the Action's input \`component\`.`,
    },
  ],
  [
    'of neither known need both',
    ofApis,
    { reports: [tests('x', { tests: 1, passed: 1 }, { type: null, file: 'a.xml' })] },
    {
      is: 'cannot-evaluate tests.unclassified',
      why: 'unit tests of shop-api: no report is known to be of this type. 1 test of no known type ran, e.g. in `a.xml`',
      next: `${mapped}\`- { files: ["a.xml"], type: unit, component: shop-api }\`; or with the Action's input \`test-type\`.`,
    },
  ],
  [
    'of a component but no known type are its own',
    ofApis,
    { reports: [tests('x', { tests: 1, passed: 1 }, { type: null, file: 'a.xml', ...api })] },
    {
      is: 'cannot-evaluate tests.unclassified',
      why: 'unit tests of shop-api: no report is known to be of this type. 1 test of no known type ran, e.g. in `a.xml`',
      next: `${mapped}\`- { files: ["a.xml"], type: unit }\`; or with the Action's input \`test-type\`.`,
    },
  ],
  [
    'are not those of no known type of another component',
    ofApis,
    { reports: [tests('x', { tests: 1, passed: 1 }, { type: null, component: 'shop-web' })] },
    {
      is: 'cannot-evaluate tests.missing',
      why: 'unit tests of shop-api: no report was found',
      next: 'Let a workflow of this commit upload the report (`test-type: unit`, `component: shop-api`) and run it again.',
    },
  ],
  [
    'do not pass beside failures of no known type',
    unit,
    { reports: [good, tests('x', { tests: 4, failed: 1, errors: 1 }, { type: null, file: 'b.xml' })] },
    {
      is: 'cannot-evaluate tests.unclassified-failed',
      why: 'unit tests: 2 tests of no known type failed and may belong here (`b.xml`)',
      next: `${mapped}\`- { files: ["b.xml"], type: unit }\`; or with the Action's input \`test-type\`.`,
    },
  ],
  [
    'do not pass beside a report of no known type that cannot be read',
    unit,
    { reports: [good, tests('x', {}, { type: null, file: 'b.xml', outcome: 'reject' })] },
    {
      is: 'cannot-evaluate report.reject',
      why: 'unit tests: the report `b.xml` cannot be read',
      next: `Mend the step that writes \`b.xml\` and run the workflow again. ${ambiguous}\`- { files: ["b.xml"], type: unit }\`.`,
    },
  ],
  [
    'tell where and why a report cannot be read',
    unit,
    { reports: [tests('unit', {}, { outcome: 'reject', error: { message: 'unclosed tag', line: 7 } })] },
    {
      is: 'cannot-evaluate report.reject',
      why: 'unit tests: the report `unit.xml:7` cannot be read (unclosed tag)',
      next: 'Mend the step that writes `unit.xml` and run the workflow again.',
    },
  ],
];

describe('tests of which nobody said what they are, or whose report cannot be read,', () => {
  it.each(rows)('%s', (...row) => {
    const [, rule, changes, told] = row;
    expect(tell(rule, changes)).toEqual(told);
  });
});
