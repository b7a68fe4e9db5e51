import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';

const read = (text: string) => readReport('file', new TextEncoder().encode(text));
const json = (document: unknown) => read(JSON.stringify(document));
const lines = (...records: unknown[]) => read(records.map((record) => `${JSON.stringify(record)}\n`).join(''));

const drift = (method: string, value: number | null) => ({
  metric_name: `ValueDrift(column=age,method=${method},threshold=0.1)`,
  config: { type: 'evidently:metric_v2:ValueDrift', column: 'age', method, threshold: 0.1 },
  value,
});

describe('drift of a column', () => {
  it.each([
    ['K-S p_value', 0.05, { p_value: 0.05, drift_detected: true }],
    ['K-S p_value', 0.1, { p_value: 0.1, drift_detected: false }],
    ['Cramer-von Mises', 0.1, { p_value: 0.1, drift_detected: true }],
    ['Total-Variation-Distance', 0.02, { p_value: 0.02, drift_detected: true }],
    ['Wasserstein distance (normed)', 0.1, { statistic: 0.1, drift_detected: true }],
    ['psi', 0.05, { statistic: 0.05, drift_detected: false }],
    ['Energy-distance', 0.1, { statistic: 0.1, drift_detected: false }],
  ])('by %s of %d is told by the direction of its method', (method, value, figures) => {
    const own = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`columns.age.${name}`, figure]));
    expect(json({ metrics: [drift(method, value)] }).totals).toEqual({
      values: { metrics: 1, value_drift_metrics: 1, tests: 0, 'columns.age.value': value, 'columns.age.score': value, 'columns.age.threshold': 0.1, ...own },
    });
  });

  it('by a method of the team is neither statistic nor p-value, and undecided', () => {
    const report = json({ metrics: [drift("custom function 'mine'", 0.4)] });
    expect(Object.keys(report.kind === 'metrics' ? report.totals.values : {})).not.toContain('columns.age.drift_detected');
    expect(report.flags[0]).toMatch(/^unknown-method: age/);
  });

  it('without a score, as Python writes NaN, is flagged and no figure', () => {
    const report = read(JSON.stringify({ metrics: [drift('psi', null)] }).replace('null', 'NaN'));
    expect(report).toMatchObject({ outcome: 'ok', format: 'evidently-json', flags: ['nan: columns.age.score has no value'] });
    expect(report.totals).toEqual({ values: { metrics: 1, value_drift_metrics: 1, tests: 0, 'columns.age.threshold': 0.1 } });
  });

  it('is read from the name in early 0.7, which had no config', () => {
    const metrics = [
      { metric_id: 'ValueDrift(column=a,b,method=psi,threshold=0.2)', value: 0.3 },
      { metric_id: 'RowCount()', value: 10 },
    ];
    expect(json({ metrics }).totals).toMatchObject({ values: { 'columns.a,b.statistic': 0.3, 'columns.a,b.drift_detected': true, RowCount: 10 } });
  });

  it('is read beside a metric that could not be computed and one of the team', () => {
    const own = { metric_name: 'Churn(window=7)', config: { type: 'metrics.Churn', window: 7 }, value: 0.2 };
    const report = json({ metrics: [drift('psi', 0.3), {}, own], tests: { a: { status: 'TestStatus.FAIL' }, b: { status: 'WARNING' } } });
    expect(report).toMatchObject({ format: 'evidently-json', flags: ['metric-error: 1 of 3 metrics have no result'] });
    expect(report.totals).toMatchObject({ values: { Churn: 0.2, tests: 2, 'tests_by_status.FAIL': 1, 'tests_by_status.WARNING': 1, all_passed: false } });
  });

  it('is flagged where the count of the report says otherwise', () => {
    const count = { metric_name: 'x', config: { type: 'evidently:metric_v2:DriftedColumnsCount', drift_share: 0.5 }, value: { count: 1, share: 1 } };
    expect(json({ metrics: [count, drift('psi', 0.01)] }).flags).toEqual(['header-disagrees: 1 drifted columns, counted 0']);
  });

  it('of the legacy report is held against what the tool says', () => {
    const result = { column_name: 'age', stattest_name: 'PSI', stattest_threshold: 0.1, drift_score: 0.5, drift_detected: false };
    expect(json({ metrics: [{ metric: 'ColumnDriftMetric', result }] }).flags).toEqual([
      'header-disagrees: age is said to have not drifted, its score and threshold say the opposite',
    ]);
  });
});

it('missing values of Evidently are a share, the limit of the method a percentage', () => {
  const legacy = { metric: 'DatasetMissingValuesMetric', result: { current: { share_of_missing_values: 0.02 } } };
  const modern = { metric_name: 'x', config: { type: 'evidently:metric_v2:DatasetMissingValueCount' }, value: { count: 4, share: 0.02 } };
  for (const metric of [legacy, modern]) expect(json({ metrics: [metric] }).totals).toMatchObject({ values: { 'data-quality.missing-values': 2 } });
});

it("a legacy test suite's declared pass does not hold when a test broke", () => {
  const tests = [
    { name: 'a', status: 'SUCCESS', parameters: {} },
    { name: 'b', status: 'WARNING', parameters: {} },
    { name: 'c', status: 'ERROR', parameters: {} },
  ];
  const report = json({ tests, summary: { all_passed: true, total_tests: 3, success_tests: 2, failed_tests: 0, by_status: {} } });
  expect(report).toMatchObject({ format: 'evidently-test-suite-json', outcome: 'ok', flags: ['header-disagrees: all_passed, though not every test passed'] });
  expect(report.totals).toMatchObject({ values: { all_passed: false, 'by_status.ERROR': 1, total_tests: 3 } });
  expect(json({ tests: [], summary: { all_passed: true, total_tests: 0 } }).outcome).toBe('empty');
});

describe('a validation of Great Expectations', () => {
  const result = (type: string, success: boolean) => ({
    success,
    expectation_config: { type, kwargs: { column: 'age' } },
    result: { missing_percent: 1.5 },
    exception_info: {},
  });
  const validation = (...results: ReturnType<typeof result>[]) => {
    const good = results.filter((one) => one.success).length;
    const statistics = {
      evaluated_expectations: results.length,
      successful_expectations: good,
      unsuccessful_expectations: results.length - good,
      success_percent: null,
    };
    return { success: good === results.length, statistics, results };
  };

  it('that evaluated nothing is empty, though it says success', () => {
    expect(json(validation())).toMatchObject({ format: 'great-expectations-json', outcome: 'empty', totals: { values: {} } });
  });

  it('counts violations of the schema apart, in 1.x and in a checkpoint of 0.18', () => {
    const one = validation(result('expect_column_to_exist', false), result('expect_column_values_to_not_be_null', true));
    const counted = { success: false, 'data-quality.schema-violations': 1, 'columns.age.missing_percent': 1.5, 'statistics.success_percent': 50 };
    expect(json(one).totals).toMatchObject({ values: counted });
    const checkpoint = {
      success: false,
      run_results: { a: { validation_result: one }, b: { validation_result: validation(result('expect_column_to_exist', true)) } },
    };
    expect(json(checkpoint).totals).toMatchObject({ values: { validations: 2, success: false, results: 3, 'statistics.evaluated_expectations': 3 } });
  });

  it('is no success when its results say otherwise', () => {
    const doctored = { ...validation(result('expect_column_to_exist', false)), success: true };
    expect(json(doctored)).toMatchObject({ outcome: 'ok', totals: { values: { success: false } } });
    expect(json(doctored).flags).toEqual(['header-disagrees: success is true, though not every expectation was met']);
  });
});

describe('a metric of MLflow', () => {
  it.each([
    ['the highest step, not the last line', '1700000000002 0.9 2\n1700000000003 0.5 1\n', { points: 2, last: 0.9, 'last.step': 2 }],
    ['the latest of equal steps', '1700000000009 0.7 1\n1700000000003 0.5 1\n', { points: 2, last: 0.7 }],
    ['lines of MLflow 3 with a data set', '1700000000009 1e-3 0 train abc123\n', { points: 1, last: 0.001 }],
  ])('is that of %s', (_, text, values) => {
    expect(read(text)).toMatchObject({ format: 'mlflow-metric-file', outcome: 'ok', totals: { values } });
  });

  it('that ended in NaN has no value', () => {
    const report = read('1700000000002 0.9 1\n1700000000003 nan 2\n');
    expect(report.flags).toEqual(['nan: last has no value']);
    expect(report.totals).toEqual({ values: { points: 2, 'last.step': 2, 'last.timestamp_ms': 1_700_000_000_003 } });
  });

  it('is rejected at the line that is no point', () => {
    const report = read(`${'1700000000002 0.9 1\n'.repeat(30)}oops\n`);
    expect(report).toMatchObject({ outcome: 'reject', format: 'mlflow-metric-file', error: { line: 31 } });
  });

  it('of a run is under its own name, and a failed run is a tool error', () => {
    const run = (status: string) => ({
      run: {
        info: { run_id: 'a', status },
        data: {
          metrics: [
            { key: 'val/auc', value: 0.9, step: 3 },
            { key: 'loss', value: 'NaN' },
          ],
        },
      },
    });
    expect(json(run('FINISHED'))).toMatchObject({
      format: 'mlflow-run-json',
      outcome: 'ok',
      totals: { values: { 'val/auc': 0.9 } },
      flags: ['nan: loss has no value'],
    });
    expect(json(run('FAILED')).outcome).toBe('tool-error');
  });
});

describe('figures that no tool has a name for', () => {
  it('are metrics, by dotted names; lists are not read', () => {
    const report = read('{"epoch": 3, "eval": {"auc": 0.91, "loss": NaN, "ok": true}, "confusion_matrix": [[1, 2], [3, 4]], "model": "xgb"}');
    expect(report).toMatchObject({ format: 'metrics-json', outcome: 'ok', flags: ['nan: eval.loss has no value'] });
    expect(report.totals).toEqual({ values: { epoch: 3, 'eval.auc': 0.91, 'eval.ok': true } });
  });

  it.each([
    ['mostly words', { name: 'a', version: 'b', count: 3 }],
    ['words with a score', { name: 'a', version: 'b', score: 3 }],
    ['rows of objects', { total: 1, high: 0, results: [{ id: 'x' }] }],
    ['a summary of vulnerabilities', { vulnerabilities: { high: 0, low: 1 } }],
    ['half of a coverage report', { totals: { covered_lines: 3, num_statements: 4 } }],
    ['only passes', { ok: true }],
    ['empty parts', { performance: {} }],
    ['nothing', {}],
    ['settings of a compiler', { compilerOptions: { strict: true, noEmit: true, maxNodeModuleJsDepth: 2 } }],
    ['settings of a formatter', { printWidth: 100, tabWidth: 2, semi: true }],
    ['a repository as GitHub has it', { id: 1, stargazers_count: 2, private: false }],
    ['an event of GitHub', { action: 'completed', workflow_run: { id: 5, run_number: 7, run_attempt: 1 } }],
  ])('are not taken from %s', (_, document) => {
    expect(json(document).format).not.toBe('metrics-json');
  });

  it('may stand among words when one is called as models are measured', () => {
    const document = { model: 'xgb', commit: 'abc', data: { name: 'churn', date: '2026-01-01' }, test_auc: 0.9, n: 120 };
    expect(json(document)).toMatchObject({ format: 'metrics-json', totals: { values: { test_auc: 0.9, n: 120 } } });
  });

  it('a word inside a string is no NaN', () => {
    expect(read('{"a": 1, "b": 2, "note": "NaN, -Infinity \\" NaN"}').flags).toEqual([]);
    expect(read('{"a": -Infinity, "b": NaNa}').outcome).toBe('reject');
  });
});

describe('fairness figures', () => {
  const result = (groups: unknown, more = {}) => ({ fairness_results: [{ metric: 'selection_rate', sensitive_feature: 'sex', groups, ...more }] });

  it('give the gap and the ratio, recounted, and flag groups that are too small', () => {
    const report = json(result({ f: { value: 0.4, n: 500 }, m: { value: 0.5, n: 12 } }, { difference: 0.02 }));
    expect(report).toMatchObject({ format: 'fairness-json', outcome: 'ok' });
    expect(report.flags.map((flag) => flag.split(':')[0])).toEqual(['small-group', 'header-disagrees']);
    expect(report.totals).toMatchObject({ values: { 'selection_rate.sex.ratio': 0.8, 'selection_rate.sex.groups.m.n': 12 } });
    expect(report.kind === 'metrics' && report.totals.values['fairness.gap']).toBeCloseTo(0.1, 12);
  });

  it('give no gap when a group has no value', () => {
    const report = json(result({ f: { value: null, n: 500 }, m: { value: 0.5, n: 400 } }));
    expect(report.totals).toEqual({
      values: { 'selection_rate.sex.groups.f.n': 500, 'selection_rate.sex.groups.m.value': 0.5, 'selection_rate.sex.groups.m.n': 400 },
    });
    expect(report.flags).toEqual(['nan: selection_rate.sex.groups.f.value has no value']);
  });

  it('are rejected for a single group', () => {
    expect(json(result({ all: { value: 0.4, n: 500 } })).outcome).toBe('reject');
  });
});

describe('promptfoo', () => {
  const row = (success: boolean, failureReason: number) => ({ success, failureReason, metadata: { pluginId: 'pii' } });

  it('counts an error as not passed, and takes the lower of what stats and rows say', () => {
    const results = { version: 3, stats: { successes: 2, failures: 0, errors: 1 }, results: [row(true, 0), row(false, 2), row(false, 1)] };
    const report = json({ evalId: 'e', results });
    expect(report.flags).toEqual(['header-disagrees: stats 2 of 3, rows 1 of 3']);
    expect(report.totals).toMatchObject({
      values: { successes: 2, rows_success: 1, pass_rate: 1 / 3, all_passed: false, 'plugins.pii.errors': 1, 'plugins.pii.pass_rate': 1 / 3 },
    });
  });

  it('reads older files, whose rows are in results directly and whose stats know no errors', () => {
    const report = json({ version: 2, results: [{ success: true, vars: {} }], stats: { successes: 1, failures: 0 } });
    expect(report).toMatchObject({ format: 'promptfoo-json', outcome: 'ok', flags: [], totals: { values: { version: 2, pass_rate: 1 } } });
  });
});

describe('garak', () => {
  const setup = { entry_type: 'start_run setup' };
  const evaluated = (figures: object) => ({ entry_type: 'eval', probe: 'dan.Dan', detector: 'detector mitigation.Bypass', ...figures });

  it('reads total of older versions, and both detectors of one probe', () => {
    const report = lines(
      setup,
      evaluated({ passed: 3, total: 4 }),
      { ...evaluated({ passed: 4, total_evaluated: 4 }), detector: 'dan.DAN' },
      { entry_type: 'completion' },
    );
    expect(report).toMatchObject({
      format: 'garak-report-jsonl',
      outcome: 'ok',
      totals: { values: { 'probes.dan.Dan.mitigation.Bypass.pass_rate': 0.75, passed: 7, total: 8, complete: true } },
    });
  });

  it('is a tool error when the run was stopped, empty when nothing was evaluated', () => {
    expect(lines(setup, evaluated({ passed: 4, total: 4 })).outcome).toBe('tool-error');
    expect(lines(setup, { entry_type: 'completion' }).outcome).toBe('empty');
  });

  it('is rejected when more passed than were evaluated', () => {
    expect(lines(setup, evaluated({ passed: 5, total: 4 }), { entry_type: 'completion' })).toMatchObject({ outcome: 'reject', error: { line: 2 } });
  });
});

describe('lm-eval', () => {
  it('flags a run on a part of the data', () => {
    const report = json({
      results: { t: { 'acc,none': 0.5, alias: 't' } },
      versions: { t: 1 },
      configs: {},
      config: { limit: 10 },
      'n-samples': { t: { original: 100, effective: 10 } },
    });
    expect(report.flags).toEqual(['limited: --limit 10; the scores are not valid', 'limited: t on 10 of 100 samples; its score is not valid']);
    expect(report.totals).toMatchObject({ values: { limited: true, 'tasks.t.acc,none': 0.5 } });
  });

  it('reads versions before 0.4, whose metrics have no filter', () => {
    const report = json({ results: { t: { acc: 0.5, acc_stderr: 0.01 } }, versions: { t: 0 }, config: { model: 'gpt2', limit: null } });
    expect(report).toMatchObject({
      format: 'lm-eval-results',
      flags: [],
      totals: { values: { 'tasks.t.acc': 0.5, 'stderr.t.acc_stderr': 0.01, limited: false } },
    });
  });
});

it('a test run of DeepEval may be wrapped, and a case without a verdict did not pass', () => {
  const run = {
    testCases: [
      { success: true, metricsData: [] },
      { success: null, metricsData: [{ name: 'Bias', score: null, error: 'timeout', success: false }] },
    ],
    metricsScores: [],
    testPassed: 2,
    testFailed: 0,
  };
  const report = json({ testRunData: run, testRunLink: null });
  expect(report.totals).toMatchObject({ values: { test_cases: 2, passed: 1, failed: 0, not_evaluated: 1, metrics: 1, metrics_success: 0 } });
  expect(report.flags).toEqual(['header-disagrees: 2 passed and 0 failed, counted 1 and 0', 'nan: Bias has no score, it could not be computed']);
});

describe('ragas', () => {
  it('reads means', () => {
    expect(read('{"faithfulness": 0.8, "answer_relevancy": NaN}')).toMatchObject({
      format: 'ragas-json',
      flags: ['nan: answer_relevancy has no value'],
      totals: { values: { faithfulness: 0.8 } },
    });
  });

  it('is empty when nothing could be judged', () => {
    expect(read('{"faithfulness": NaN, "answer_relevancy": NaN}').outcome).toBe('empty');
  });

  it('reads rows in both orientations, and says how many have no value', () => {
    const values = { rows: 2, faithfulness: 0.5, 'faithfulness.n': 1 };
    const rows = [
      { user_input: 'a', faithfulness: 0.5 },
      { user_input: 'b', faithfulness: null },
    ];
    const columns = { user_input: { 0: 'a', 1: 'b' }, faithfulness: { 0: 0.5, 1: null } };
    for (const document of [rows, columns])
      expect(json(document)).toMatchObject({ format: 'ragas-json', flags: ['nan: faithfulness has no value in 1 of 2 rows'], totals: { values } });
  });
});

it.each([
  [
    'giskard-scan-json',
    { EthicalBiasDetector: {}, PerformanceBiasDetector: { major: ['x'], minor: ['y', 'z'] } },
    { detectors: 2, issues: 3, 'by_level.minor': 2, 'detectors.EthicalBiasDetector': 0 },
  ],
  [
    'deepchecks-json',
    { type: 'SuiteResult', results: [{ type: 'CheckResult', conditions_results: [{ Status: 'PASS' }] }, { type: 'CheckFailure' }] },
    { checks: 2, checks_not_run: 1, 'conditions_by_status.PASS': 1, all_passed: false },
  ],
  [
    'deepchecks-json',
    { name: 'Suite', results: [{ type: 'CheckResult', conditions_results: [{ Status: 'FAIL' }] }] },
    { checks: 1, conditions: 1, all_passed: false },
  ],
  [
    'whylogs-constraints-json',
    [
      ['age > 0', 1, 0, null],
      ['age < 120', 0, 1, null],
    ],
    { constraints: 2, passed: 1, failed: 1, 'constraints.age < 120': false },
  ],
  [
    'pandera-json',
    { SCHEMA: { COLUMN_NOT_IN_DATAFRAME: [{ column: 'a' }] }, DATA: { DATAFRAME_CHECK: [{}, {}] } },
    { schema_failures: 1, data_failures: 2, 'data-quality.schema-violations': 1 },
  ],
  ['pandera-json', [{ schema_context: 'Column', column: 'a', check: 'gt(0)', failure_case: -1, index: 3 }], { failure_cases: 1, 'by_context.Column': 1 }],
])('reads %s', (format, document, values) => {
  expect(json(document)).toMatchObject({ format, outcome: 'ok', totals: { values } });
});
