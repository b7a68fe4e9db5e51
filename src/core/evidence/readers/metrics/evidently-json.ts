import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { setColumnDrift } from './evidently-columns.ts';
import { evidentlyMetric } from './evidently-metric.ts';
import type { EvidentlyMetric } from './evidently-metric.ts';
import { setStatuses } from './evidently-statuses.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';
import { numericLeaves } from './numeric-leaves.ts';

/**
 * Evidently 0.7 and later, `Snapshot.json()`: `metrics[].{ metric_name or metric_id, config, value }` and
 * `tests[].{ status, … }` (docs.evidentlyai.com, `evidently/core/report.py`). It no longer says which columns drifted: the
 * method's direction and the threshold decide, and the count that it gives is held against that.
 */
export const evidentlyJson: JsonReader = {
  format: 'evidently-json',
  kind: 'metrics',
  recognises(document) {
    const metrics = memberOf(document, 'metrics');
    if (!Array.isArray(metrics)) return false;
    // `{}` stands for a metric that Evidently could not compute.
    const known = (entry: unknown): boolean =>
      isObject(entry) && (Object.keys(entry).length === 0 || (Object.hasOwn(entry, 'value') && evidentlyMetric(entry) !== null));
    return metrics.some((entry) => evidentlyMetric(entry) !== null) && metrics.every(known);
  },
  read(document) {
    const sheet = metricSheet();
    const entries = listOf(memberOf(document, 'metrics'));
    const metrics = entries.flatMap((entry) => evidentlyMetric(entry) ?? []);
    sheet.set('metrics', metrics.length);
    const drifts = metrics.filter((metric) => metric.type === 'ValueDrift');
    sheet.set('value_drift_metrics', drifts.length);
    if (metrics.length < entries.length) sheet.flag(`metric-error: ${entries.length - metrics.length} of ${entries.length} metrics have no result`);
    const written = memberOf(document, 'tests');
    const tests = isObject(written) ? Object.values(written) : listOf(written);
    sheet.set('tests', tests.length);
    if (tests.length > 0) setStatuses(sheet, { tests, prefix: 'tests_by_status' });
    const counts = metrics.filter((metric) => metric.type === 'DriftedColumnsCount');
    for (const count of counts) readCount(sheet, count);
    const drifted = drifts.map((metric) => readDrift(sheet, metric));
    for (const count of counts) holdCount(sheet, count, drifted);
    for (const metric of metrics) if (metric.type !== 'DriftedColumnsCount' && metric.type !== 'ValueDrift') readOther(sheet, metric);
    const { totals, flags } = sheet.end();
    return { kind: 'metrics', outcome: 'ok', totals, flags, tool: 'evidently' };
  },
};

function readDrift(sheet: MetricSheet, metric: EvidentlyMetric): boolean | null {
  const column = textOf(metric.parameters.column) ?? metric.name;
  const score = isObject(metric.value) && Object.hasOwn(metric.value, 'value') ? metric.value.value : metric.value;
  sheet.set(`columns.${column}.value`, score);
  return setColumnDrift(sheet, { column, method: textOf(metric.parameters.method) ?? '', score, threshold: metric.parameters.threshold });
}

function readCount(sheet: MetricSheet, metric: EvidentlyMetric): void {
  const [count, share] = [memberOf(metric.value, 'count'), memberOf(metric.value, 'share')];
  sheet.due('drifted_columns.count', count);
  sheet.due('drifted_columns.share', share);
  const [part, limit] = [numberOf(share), numberOf(metric.parameters.drift_share)];
  sheet.set('dataset_drift.drift_share', limit);
  if (part !== null && limit !== null) sheet.set('dataset_drift', part >= limit);
}

function holdCount(sheet: MetricSheet, metric: EvidentlyMetric, drifted: readonly (boolean | null)[]): void {
  const [number, part] = [numberOf(memberOf(metric.value, 'count')), numberOf(memberOf(metric.value, 'share'))];
  // The count may be of other columns than the report lists: only when their number is the same can it be held against them.
  const same = number !== null && part !== null && part > 0 && Math.round(number / part) === drifted.length && !drifted.includes(null);
  const counted = drifted.filter((one) => one === true).length;
  if (same && counted !== number) sheet.flag(`header-disagrees: ${number} drifted columns, counted ${counted}`);
}

function readOther(sheet: MetricSheet, metric: EvidentlyMetric): void {
  const column = textOf(metric.parameters.column);
  const name = column === null ? metric.type : `${metric.type}.${column}`;
  if (metric.value === null) sheet.due(name, null);
  for (const leaf of numericLeaves(metric.value, name)) sheet.set(leaf.name, leaf.value);
  const share = metric.type === 'DatasetMissingValueCount' ? numberOf(memberOf(metric.value, 'share')) : null;
  // The method's limit is a percentage, Evidently's share is a part of 1.
  if (share !== null) sheet.set('data-quality.missing-values', share * 100);
}
