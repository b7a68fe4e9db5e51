import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';

export interface K6Metric {
  /** `avg`, `p(95)`, `rate`, `passes`, `count`, … as handleSummary names them. */
  readonly values: JsonObject;
  /** Whether each threshold held; empty where the metric has none. */
  readonly thresholds: ReadonlyMap<string, boolean>;
}

/** The metrics of any of k6's three summaries in one shape, that of `handleSummary()`. */
export interface K6Metrics {
  readonly shape: 'handleSummary' | 'summary-export' | 'machine-readable';
  readonly metrics: ReadonlyMap<string, K6Metric>;
}

/** Tells which of the three summaries a document is; null when none. */
export function k6Shape(document: unknown): K6Metrics['shape'] | null {
  if (textOf(memberOf(memberOf(document, 'metadata'), 'k6Version')) !== null && isObject(memberOf(document, 'results'))) return 'machine-readable';
  const metrics = memberOf(document, 'metrics');
  if (!isObject(metrics)) return null;
  const all = Object.values(metrics).filter(isObject);
  if (all.some((metric) => isObject(memberOf(metric, 'values')) && k6Types.has(textOf(memberOf(metric, 'type')) ?? ''))) return 'handleSummary';
  if (isObject(memberOf(document, 'root_group')) && (isObject(memberOf(document, 'state')) || isObject(memberOf(document, 'options')))) return 'handleSummary';
  const known = k6Names.filter((name) => isFlat(memberOf(metrics, name))).length;
  return known > 1 || (known > 0 && isObject(memberOf(document, 'root_group'))) ? 'summary-export' : null;
}

const k6Types = new Set(['counter', 'gauge', 'rate', 'trend']);
const k6Names = [
  'http_reqs',
  'http_req_duration',
  'iterations',
  'iteration_duration',
  'vus',
  'vus_max',
  'checks',
  'data_received',
  'data_sent',
  'http_req_failed',
];

/** A metric of `--summary-export` has its figures beside each other, without `values`. */
function isFlat(metric: unknown): boolean {
  return (
    isObject(metric) && !('values' in metric) && ['count', 'rate', 'value', 'avg', 'max', 'p(95)'].some((name) => numberOf(memberOf(metric, name)) !== null)
  );
}

export function k6Metrics(document: unknown, shape: K6Metrics['shape']): K6Metrics {
  if (shape === 'machine-readable') return { shape, metrics: machineReadable(document) };
  const metrics = new Map<string, K6Metric>();
  for (const [name, metric] of Object.entries(memberOf(document, 'metrics') as JsonObject)) {
    if (!isObject(metric)) throw new ReportProblem(`metrics.${name.slice(0, 60)} is no object`);
    metrics.set(name, shape === 'handleSummary' ? ofHandleSummary(name, metric) : ofExport(name, metric));
  }
  return { shape, metrics };
}

function ofHandleSummary(name: string, metric: JsonObject): K6Metric {
  const { values } = metric;
  if (!isObject(values)) throw new ReportProblem(`metrics.${name.slice(0, 60)}.values is no object`);
  return { values, thresholds: thresholds(name, metric, (threshold) => memberOf(threshold, 'ok')) };
}

/** The old export: rates are called `value`, and a threshold's `true` means that it was crossed. */
function ofExport(name: string, metric: JsonObject): K6Metric {
  const isRate = numberOf(metric.passes) !== null || numberOf(metric.fails) !== null;
  const values = Object.fromEntries(
    Object.entries(metric).flatMap(([key, value]) => (key === 'thresholds' ? [] : [[isRate && key === 'value' ? 'rate' : key, value]])),
  );
  return { values, thresholds: thresholds(name, metric, (crossed) => (typeof crossed === 'boolean' ? !crossed : crossed)) };
}

function thresholds(name: string, metric: JsonObject, held: (threshold: unknown) => unknown): Map<string, boolean> {
  const given = memberOf(metric, 'thresholds') ?? {};
  if (!isObject(given)) throw new ReportProblem(`metrics.${name.slice(0, 60)}.thresholds is no object`);
  return new Map(
    Object.entries(given).map(([expression, threshold]) => {
      const ok = held(threshold);
      if (typeof ok !== 'boolean')
        throw new ReportProblem(`metrics.${name.slice(0, 60)}.thresholds: "${expression.slice(0, 60)}" does not say whether it held`);
      return [expression, ok];
    }),
  );
}

/** k6 1.5 and newer, opted in: a list of metrics whose rates have `matches` of `total`; no thresholds. */
function machineReadable(document: unknown): Map<string, K6Metric> {
  const results = memberOf(document, 'results');
  const metrics = new Map<string, K6Metric>();
  for (const metric of [...listOf(memberOf(results, 'metrics')), ...listOf(memberOf(memberOf(results, 'checks'), 'metrics'))]) {
    const [name, values] = [textOf(memberOf(metric, 'name')), memberOf(metric, 'values')];
    if (name === null || !isObject(values)) throw new ReportProblem('results.metrics has an entry without name or values');
    const [matches, total] = [numberOf(memberOf(values, 'matches')), numberOf(memberOf(values, 'total'))];
    const rate = matches === null || total === null ? {} : { passes: matches, fails: total - matches };
    const { matches: _matches, total: _total, ...rest } = values;
    metrics.set(name, { values: { ...rest, ...rate }, thresholds: new Map() });
  }
  const succeeded = metrics.get('checks_succeeded');
  if (succeeded && !metrics.has('checks')) metrics.set('checks', succeeded);
  return metrics;
}
