import { isObject, listOf, memberOf, numberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

/**
 * DeepEval `.deepeval/.latest_test_run.json`, also wrapped in `testRunData` (`deepeval/test_run/test_run.py`): `testCases[]`
 * and `conversationalTestCases[]`, each with `success` and `metricsData[]`. Cases are recounted and held against `testPassed`
 * and `testFailed`. A case without a verdict is `not_evaluated`, and a metric
 * that could not be computed (`score` null, `error`) no success.
 */
export const deepevalTestrun: JsonReader = {
  format: 'deepeval-testrun',
  kind: 'metrics',
  recognises(document) {
    const run = runIn(document);
    return (
      Array.isArray(run.testCases) && (Object.hasOwn(run, 'metricsScores') || Object.hasOwn(run, 'testPassed') || Object.hasOwn(run, 'conversationalTestCases'))
    );
  },
  read(document) {
    const run = runIn(document);
    const sheet = metricSheet();
    const cases = [...listOf(run.testCases), ...listOf(run.conversationalTestCases)].map(objectOf);
    const passed = cases.filter((one) => verdict(one) === true).length;
    const failed = cases.filter((one) => verdict(one) === false).length;
    sheet.set('test_cases', cases.length);
    sheet.set('passed', passed);
    sheet.set('failed', failed);
    sheet.set('not_evaluated', cases.length - passed - failed);
    sheet.set('declared.testPassed', numberOf(run.testPassed));
    sheet.set('declared.testFailed', numberOf(run.testFailed));
    const [saidPassed, saidFailed] = [numberOf(run.testPassed) ?? passed, numberOf(run.testFailed) ?? failed];
    if (saidPassed !== passed || saidFailed !== failed)
      sheet.flag(`header-disagrees: ${saidPassed} passed and ${saidFailed} failed, counted ${passed} and ${failed}`);
    readMetrics(sheet, cases);
    readScores(sheet, listOf(run.metricsScores));
    return { kind: 'metrics', outcome: cases.length === 0 ? 'empty' : 'ok', ...sheet.end(), tool: 'deepeval' };
  },
};

function runIn(document: unknown): JsonObject {
  const data = memberOf(document, 'testRunData');
  return isObject(data) ? data : objectOf(document);
}

/** Null where the case has none: a turn of a conversation that is not judged, or one whose metrics are all flaky. */
function verdict(one: JsonObject): boolean | null {
  if (typeof one.success === 'boolean') return one.success;
  if (one.success !== null && one.success !== undefined) throw new ReportProblem('the success of a test case is neither true nor false');
  return null;
}

function readMetrics(sheet: MetricSheet, cases: readonly JsonObject[]): void {
  const metrics = cases.flatMap((one) => listOf(one.metricsData)).map(objectOf);
  sheet.set('metrics', metrics.length);
  sheet.set('metrics_success', metrics.filter((metric) => metric.success === true).length);
  for (const metric of metrics) {
    const name = textOf(metric.name) ?? 'a metric';
    if (numberOf(metric.score) === null) sheet.flag(`nan: ${name} has no score${metric.error ? ', it could not be computed' : ''}`);
    else if (metric.error) sheet.flag(`metric-error: ${name} has a score and an error`);
  }
}

/** The tool's own list by metric, spans of traces included: `metrics_scores.<metric>.` `passes`, `fails`, `errors`, `mean`, `n`. */
function readScores(sheet: MetricSheet, lists: readonly unknown[]): void {
  for (const list of lists) {
    const name = `metrics_scores.${textOf(memberOf(list, 'metric')) ?? '?'}`;
    for (const figure of ['passes', 'fails', 'errors']) sheet.set(`${name}.${figure}`, memberOf(list, figure));
    const scores = listOf(memberOf(list, 'scores')).map(numberOf);
    const known = scores.filter((score) => score !== null);
    if (known.length < scores.length) sheet.flag(`nan: ${name} has ${scores.length - known.length} of ${scores.length} scores missing`);
    sheet.set(`${name}.n`, known.length);
    if (known.length > 0) sheet.set(`${name}.mean`, known.reduce((sum, score) => sum + score, 0) / known.length);
  }
}
