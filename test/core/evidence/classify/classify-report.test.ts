import { describe, expect, it } from 'vitest';
import { classifyReport } from '../../../../src/core/evidence/classify/classify-report.ts';
import type { ReportMapping } from '../../../../src/core/evidence/classify/report-mapping.ts';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import type { FindingsReport, MetricsReport, TestSuite, TestsReport } from '../../../../src/core/evidence/report.ts';

const origin = { uploadName: 'sprintgate-ci', labels: null };
const base = { format: 'junit', outcome: 'ok', flags: [] } as const;

function suite(name: string, tests: number, hint: string | null = null): TestSuite {
  return { name, hint, totals: { tests, passed: tests, failed: 0, errors: 0, skipped: 0, flaky: 0 } };
}

function testsReport(file: string, suites: TestSuite[]): TestsReport {
  const tests = suites.reduce((sum, { totals }) => sum + totals.tests, 0);
  const totals = { tests, passed: tests, failed: 0, errors: 0, skipped: 0, flaky: 0 };
  return { ...base, kind: 'tests', file, type: null, component: null, totals, suites, failures: [] };
}

function mapping(changes: Partial<ReportMapping>): ReportMapping {
  return { files: [], uploads: [], suites: [], type: null, component: null, scan: null, metrics: [], ...changes };
}

function typesOf(report: TestsReport, mappings: ReportMapping[], labels: { type: string } | null = null): string[] {
  const from = { ...origin, labels: labels && { component: null, scan: null, ...labels } };
  return classifyReport(report, from, mappings).map((own) => (own.kind === 'tests' ? `${own.type} ${own.component} ${own.totals.tests}` : own.kind));
}

const junit = testsReport('build/reports/junit.xml', [suite('com.acme.AccountTest', 7), suite('com.acme.LedgerIT', 2), suite('shop', 3, 'e2e')]);

describe('the type of tests', () => {
  it.each<[string, TestsReport, ReportMapping[], { type: string } | null, string[]]>([
    ['is what the format says where nobody else does', junit, [], null, ['null null 9', 'e2e null 3']],
    ['is unknown where nobody says it', testsReport('a.xml', [suite('x', 1)]), [], null, ['null null 1']],
    ['is the label of the upload before what the format says', junit, [], { type: 'unit' }, ['unit null 12']],
    ['is the mapping of the file before the label', junit, [mapping({ files: ['build/**'], type: 'integration' })], { type: 'unit' }, ['integration null 12']],
    [
      'is told apart by suite, the rest by the next mapping',
      junit,
      [mapping({ suites: ['*IT'], type: 'integration' }), mapping({ files: ['**/junit.xml'], type: 'unit', component: 'api' })],
      null,
      ['unit api 10', 'integration api 2'],
    ],
    ['is not taken from a mapping of other files', junit, [mapping({ files: ['other/**'], type: 'unit' })], null, ['null null 9', 'e2e null 3']],
    ['is not taken from a mapping of other uploads', junit, [mapping({ uploads: ['sprintgate-nightly*'], type: 'load' })], null, ['null null 9', 'e2e null 3']],
    ['is given to a report that ran nothing, too', testsReport('unit.xml', []), [mapping({ files: ['unit.xml'], type: 'unit' })], null, ['unit null 0']],
  ])('%s', (_, report, mappings, labels, expected) => {
    expect(typesOf(report, mappings, labels)).toEqual(expected);
  });
});

it('keeps every failure with the tests of its own type', () => {
  const failure = (suiteName: string) => ({ suite: suiteName, name: 'n', message: 'm', file: null, line: null });
  const report = { ...junit, failures: [failure('com.acme.LedgerIT'), failure('com.acme.AccountTest')] };
  const mapped = classifyReport(report, origin, [mapping({ suites: ['*IT'], type: 'integration' }), mapping({ type: 'unit' })]);
  expect(mapped.map((own) => (own.kind === 'tests' ? [own.type, own.failures.map((entry) => entry.suite)] : []))).toEqual([
    ['unit', ['com.acme.AccountTest']],
    ['integration', ['com.acme.LedgerIT']],
  ]);
});

it.each([
  ['the format', { format: 'gitleaks-json' }, [], 'secrets'],
  ['the tool that wrote SARIF', { format: 'sarif', tool: 'CodeQL 2.20' }, [], 'code'],
  ['nobody', { format: 'sarif', tool: 'Our own linter' }, [], null],
  ['the mapping before the format', { format: 'zap-json' }, [mapping({ scan: 'penetration' })], 'penetration'],
] as const)('knows what was scanned from %s', (_, changes, mappings, scan) => {
  const totals = { total: 0, suppressed: 0, bySeverity: { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 } };
  const report: FindingsReport = { ...base, kind: 'findings', file: 'scan.json', scan: null, totals, findings: [], ...changes };
  expect(classifyReport(report, origin, mappings)).toMatchObject([{ scan }]);
});

describe('what cannot be read', () => {
  const told = (file: string, text: string, mappings: ReportMapping[] = []) =>
    classifyReport(readReport(file, new TextEncoder().encode(text)), origin, mappings).map((own) => {
      const about = own.kind === 'tests' ? own.type : own.kind === 'findings' ? own.scan : '-';
      return `${own.kind} ${own.format} ${own.outcome} ${about}`;
    });
  const cut = '<testsuites><testsuite name="unit.a"><testcase classname="c" name="t"/></testsuite><testsuite name="b"><testcase name="u"><failure mess';

  it.each<[string, string, string, ReportMapping[], string[]]>([
    [
      'a cut report is of no type where types go by suite',
      'junit.xml',
      cut,
      [mapping({ suites: ['unit.*'], type: 'unit' }), mapping({ type: 'e2e' })],
      ['tests junit reject null'],
    ],
    [
      'a cut report is of the type of its file',
      'junit.xml',
      cut,
      [mapping({ files: ['*.xml'], type: 'unit' }), mapping({ suites: ['x'], type: 'e2e' })],
      ['tests junit reject unit'],
    ],
    [
      'a file of no bytes is what its mapping says',
      'a/out',
      '',
      [mapping({ files: ['a/**'], type: 'load' })],
      ['coverage unknown empty -', 'tests unknown empty load'],
    ],
    ['a file of no bytes is what its name says', 'TEST-a.xml', '', [], ['coverage unknown empty -', 'tests unknown empty null']],
    [
      'a file of no bytes may be anything that tools write',
      'report.json',
      '',
      [],
      ['coverage unknown empty -', 'tests unknown empty null', 'findings unknown empty null', 'metrics unknown empty -'],
    ],
    ['a mark of no bytes is nothing', '.gitkeep', '', [], ['coverage unknown empty -']],
    ['an empty tracefile is coverage', 'lcov.info', '', [], ['coverage unknown empty -']],
    ['an empty list may be a scan', 'out.json', '[]', [], ['coverage unknown empty -', 'findings unknown empty null']],
    [
      'an empty list is the scan that its mapping says',
      'out.json',
      '[]',
      [mapping({ files: ['out.json'], scan: 'iac' })],
      ['coverage unknown empty -', 'findings unknown empty iac'],
    ],
    ['an unrelated file is nothing', 'index.html', '<!DOCTYPE html><html></html>', [], ['coverage unknown reject -']],
    [
      'an unrelated file of a mapped folder is nothing',
      'a/index.html',
      '<html></html>',
      [mapping({ files: ['a/**'], type: 'unit' })],
      ['coverage unknown reject -'],
    ],
    ['an error page with the name of a report is one', 'TEST-a.xml', '<html></html>', [], ['coverage unknown reject -', 'tests unknown reject null']],
    [
      'an error page where figures are mapped is one',
      'a/m.json',
      '<html></html>',
      [mapping({ files: ['a/*.json'], metrics: [{ name: 'x', path: 'x', unit: null, direction: null }] })],
      ['coverage unknown reject -', 'metrics unknown reject -'],
    ],
    ['a list of nothing that names no tool is no scan', 'x.json', 'null', [], ['findings gitleaks-json ok null']],
    ['nor is `results: null`', 'x.json', '{"results":null}', [], ['findings tfsec-json ok null']],
  ])('%s', (_, file, text, mappings, expected) => {
    expect(told(file, text, mappings)).toEqual(expected);
  });
});

describe('more suites than are kept apart', () => {
  const many = Array.from({ length: 2_000 }, (_, at) => `<testsuite name="unit.${at}"><testcase name="t"/></testsuite>`).join('');
  const last = '<testsuite name="unit.z"><testcase name="t"><failure message="no"/></testcase></testsuite>';
  const report = readReport('junit.xml', new TextEncoder().encode(`<testsuites>${many}${last}</testsuites>`)) as TestsReport;

  it('are of no type where types go by suite', () => {
    expect(typesOf(report, [mapping({ suites: ['unit.*'], type: 'unit' })])).toEqual(['unit null 2000', 'null null 1']);
    expect(report.flags.join()).toContain('many-suites');
  });

  it('are of the type of their file', () => {
    expect(typesOf(report, [mapping({ files: ['junit.xml'], type: 'unit' })])).toEqual(['unit null 2001']);
  });
});

it('matches the names of suites as words, however long and whatever is in them', () => {
  const report = testsReport('junit.xml', [suite('unit.com/acme/Account', 1), suite(`unit.${'x'.repeat(400)}`, 1)]);
  expect(typesOf(report, [mapping({ suites: ['unit.*'], type: 'unit' })])).toEqual(['unit null 2']);
});

describe('figures by declared path', () => {
  const report: MetricsReport = { ...base, kind: 'metrics', file: 'metrics.json', totals: { values: { 'eval.auc': 0.93, loss: 70, 'model.performance': 1 } } };
  const auc = { name: 'model.performance', path: 'eval.auc', unit: 'ratio', direction: 'higher' } as const;

  it('come under the name of the playbook, with their unit, and replace what stood there', () => {
    expect(classifyReport(report, origin, [mapping({ metrics: [auc] })])).toMatchObject([
      { totals: { values: { 'eval.auc': 0.93, loss: 70, 'model.performance': 0.93 } }, units: { 'model.performance': 'ratio' } },
    ]);
  });

  it('are not there when the report has no such path', () => {
    const [mapped] = classifyReport(report, origin, [mapping({ metrics: [{ ...auc, name: 'fairness.gap', path: 'eval.gap' }] })]);
    expect(mapped).toEqual(report);
  });

  it('never come from the prototype of an object', () => {
    expect(classifyReport(report, origin, [mapping({ metrics: [{ ...auc, path: 'constructor' }] })])).toEqual([report]);
  });
});
