import { isObject, listOf, memberOf, numberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { setColumnDrift } from './evidently-columns.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';
import { numericLeaves } from './numeric-leaves.ts';

/**
 * Evidently `Report`, 0.2 to 0.6 and `evidently.legacy` after: `{ version, metrics: [{ metric, result }] }`, as `.json()`
 * writes it (docs-old.evidentlyai.com, and the classes of `evidently/metrics`). Drift metrics give `dataset_drift`,
 * `drifted_columns.*` and `columns.<name>.*`; of the others each number is kept as `<Metric>[.<column>].<path>`.
 */
export const evidentlyLegacyJson: JsonReader = {
  format: 'evidently-legacy-json',
  kind: 'metrics',
  recognises(document) {
    const metrics = memberOf(document, 'metrics');
    if (!Array.isArray(metrics) || metrics.length === 0) return false;
    return metrics.every((entry) => typeof memberOf(entry, 'metric') === 'string') && metrics.some((entry) => isObject(memberOf(entry, 'result')));
  },
  read(document) {
    const sheet = metricSheet();
    const metrics = listOf(memberOf(document, 'metrics'));
    const names = metrics.map((entry) => textOf(memberOf(entry, 'metric')) ?? '');
    for (const [at, entry] of metrics.entries()) {
      const name = names[at] ?? '';
      const result = objectOf(memberOf(entry, 'result'));
      if (!isObject(memberOf(entry, 'result'))) sheet.flag(`metric-error: ${name} has no result`);
      if (Object.keys(result).length === 0) continue;
      if (name === 'DataDriftTable' || name === 'DatasetDriftMetric')
        readDataset({ sheet, result, again: name === 'DataDriftTable' && names.includes('DatasetDriftMetric') });
      if (name === 'DataDriftTable') readColumns(sheet, result);
      else if (name === 'ColumnDriftMetric') readColumn(sheet, textOf(result.column_name) ?? '', result);
      else if (name !== 'DatasetDriftMetric') readOther(sheet, name, result);
    }
    return body(document, sheet);
  },
};

function body(document: unknown, sheet: MetricSheet): ReportBody {
  const { totals, flags } = sheet.end();
  const version = textOf(memberOf(document, 'version'));
  const madeAt = textOf(memberOf(document, 'timestamp'))?.replace(' ', 'T');
  const outcome = Object.keys(totals.values).length === 0 ? 'empty' : 'ok';
  return { kind: 'metrics', outcome, totals, flags, tool: version ? `evidently ${version}` : 'evidently', ...(madeAt ? { madeAt } : {}) };
}

const datasetFigures = ['drift_share', 'number_of_columns', 'number_of_drifted_columns', 'share_of_drifted_columns', 'dataset_drift'];

function readDataset(input: { sheet: MetricSheet; result: JsonObject; again: boolean }): void {
  const { sheet, result, again } = input;
  if (again) return;
  for (const figure of datasetFigures) sheet.set(`dataset_drift.${figure}`, result[figure]);
  sheet.due('dataset_drift', result.dataset_drift);
  sheet.due('drifted_columns.count', result.number_of_drifted_columns);
  sheet.due('drifted_columns.share', result.share_of_drifted_columns);
}

/** The table repeats the sums: they are recounted from its columns. */
function readColumns(sheet: MetricSheet, result: JsonObject): void {
  const columns = Object.entries(objectOf(result.drift_by_columns));
  const drifted = columns.filter(([name, column]) => readColumn(sheet, name, objectOf(column)) === true).length;
  const said = numberOf(result.number_of_drifted_columns);
  if (columns.length > 0 && said !== null && said !== drifted) sheet.flag(`header-disagrees: ${said} drifted columns, counted ${drifted}`);
}

function readColumn(sheet: MetricSheet, column: string, result: JsonObject): boolean | null {
  sheet.set(`columns.${column}.detected`, result.drift_detected);
  return setColumnDrift(sheet, {
    column,
    method: textOf(result.stattest_name) ?? '',
    score: result.drift_score,
    threshold: result.stattest_threshold ?? result.threshold,
    detected: result.drift_detected,
  });
}

function readOther(sheet: MetricSheet, name: string, result: JsonObject): void {
  const column = textOf(result.column_name);
  for (const leaf of numericLeaves(result, column === null ? name : `${name}.${column}`)) sheet.set(leaf.name, leaf.value);
  const share = name === 'DatasetMissingValuesMetric' ? numberOf(memberOf(result.current, 'share_of_missing_values')) : null;
  // The method's limit is a percentage, Evidently's share is a part of 1.
  if (share !== null) sheet.set('data-quality.missing-values', share * 100);
}
