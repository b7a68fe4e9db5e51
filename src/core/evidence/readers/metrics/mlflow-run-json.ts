import { isObject, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';

/**
 * One run of MLflow: the answer of `GET /api/2.0/mlflow/runs/get` (`run.{ info, data.metrics[] }`, last values), or
 * `Run.to_dictionary()` (`info`, `data.metrics` as an object). A value is under the metric's own name. A run that MLflow
 * calls FAILED or KILLED is a tool error; one that is still running is flagged.
 */
export const mlflowRunJson: JsonReader = {
  format: 'mlflow-run-json',
  kind: 'metrics',
  recognises(document) {
    const run = runIn(document);
    const info = memberOf(run, 'info');
    return isObject(memberOf(run, 'data')) && (typeof memberOf(info, 'run_id') === 'string' || typeof memberOf(info, 'run_uuid') === 'string');
  },
  read(document) {
    const run = runIn(document);
    const sheet = metricSheet();
    const metrics = metricsIn(memberOf(memberOf(run, 'data'), 'metrics'));
    for (const [name, value] of metrics) sheet.due(name, typeof value === 'string' && /^[+-]?(nan|inf(inity)?)$/i.test(value) ? null : value);
    const status = String(memberOf(memberOf(run, 'info'), 'status') ?? '');
    // The file store and old clients write the enum's number: 3 finished, 4 failed, 5 killed.
    const failed = /^(FAILED|KILLED|4|5)$/.test(status);
    if (!failed && !/^(FINISHED|3|)$/.test(status)) sheet.flag(`unfinished: the run is ${status.slice(0, 40)}`);
    const body = { kind: 'metrics' as const, ...sheet.end(), tool: 'mlflow' };
    if (failed) return { ...body, outcome: 'tool-error', error: { message: `MLflow says that the run is ${status}` } };
    return { ...body, outcome: metrics.length === 0 ? 'empty' : 'ok' };
  },
};

function runIn(document: unknown): unknown {
  const run = memberOf(document, 'run');
  return isObject(run) ? run : document;
}

function metricsIn(metrics: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(metrics)) return Object.entries(objectOf(metrics));
  const found = metrics.map((metric) => [textOf(memberOf(metric, 'key')) ?? '', memberOf(metric, 'value')] as const);
  if (found.some(([name]) => name === '')) throw new ReportProblem('a metric has no key; write the whole answer of runs/get');
  return found;
}
