import { isObject, listOf, memberOf, numberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { setColumnDrift } from './evidently-columns.ts';
import { setStatuses } from './evidently-statuses.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

/**
 * Evidently `TestSuite`, 0.2 to 0.6: `tests[].{ name, status, group, parameters }` and `summary` (`evidently/test_suite`).
 * A WARNING is in its `success_tests`; an ERROR only in `by_status`: so both are recounted from the tests.
 */
export const evidentlyTestSuiteJson: JsonReader = {
  format: 'evidently-test-suite-json',
  kind: 'metrics',
  recognises: (document) => Array.isArray(memberOf(document, 'tests')) && Object.hasOwn(objectOf(memberOf(document, 'summary')), 'all_passed'),
  read(document) {
    const sheet = metricSheet();
    const tests = listOf(memberOf(document, 'tests'));
    const summary = objectOf(memberOf(document, 'summary'));
    const counts = setStatuses(sheet, { tests, prefix: 'by_status' });
    const of = (status: string): number => counts.get(status) ?? 0;
    setCounts(sheet, summary, { total_tests: tests.length, success_tests: of('SUCCESS') + of('WARNING'), failed_tests: of('FAIL') });
    const clean = tests.length > 0 && [...counts.keys()].every((status) => status === 'SUCCESS' || status === 'WARNING');
    if (summary.all_passed === true && !clean) sheet.flag('header-disagrees: all_passed, though not every test passed');
    sheet.set('all_passed', summary.all_passed === true && clean);
    for (const test of tests) readDrift(sheet, objectOf(memberOf(test, 'parameters')));
    const { totals, flags } = sheet.end();
    const version = textOf(memberOf(document, 'version'));
    const madeAt = (textOf(memberOf(document, 'timestamp')) ?? textOf(memberOf(document, 'datetime')))?.replace(' ', 'T');
    const rest = { flags, tool: version ? `evidently ${version}` : 'evidently', ...(madeAt ? { madeAt } : {}) };
    return tests.length === 0 ? { kind: 'metrics', outcome: 'empty', totals: { values: {} }, ...rest } : { kind: 'metrics', outcome: 'ok', totals, ...rest };
  },
};

/** Recounted: the first versions wrote the total as successes and failures alike. */
function setCounts(sheet: MetricSheet, summary: JsonObject, counted: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counted)) {
    sheet.set(name, count);
    const said = numberOf(summary[name]);
    if (said !== null && said !== count) sheet.flag(`header-disagrees: ${name} ${said}, counted ${count}`);
  }
}

/** Drift tests carry the column's score in their parameters, those of a whole dataset one for each of its `features`. */
function readDrift(sheet: MetricSheet, parameters: JsonObject): void {
  const single = textOf(parameters.column_name);
  const columns = Object.entries(objectOf(parameters.features));
  if (single !== null) columns.push([single, parameters]);
  for (const [column, drift] of columns) {
    const method = textOf(memberOf(drift, 'stattest')) ?? textOf(memberOf(drift, 'stattest_name'));
    if (!isObject(drift) || method === null || !Object.hasOwn(drift, 'score')) continue;
    setColumnDrift(sheet, { column, method, score: drift.score, threshold: drift.threshold, detected: drift.detected ?? drift.data_drift });
  }
}
