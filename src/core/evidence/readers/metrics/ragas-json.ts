import { isObject, memberOf, numberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

/** ragas' metrics by their names in results. */
const metrics = new Set(
  [
    'faithfulness answer_relevancy response_relevancy context_precision context_recall context_relevancy',
    'context_entity_recall answer_correctness answer_similarity semantic_similarity factual_correctness noise_sensitivity',
    'context_utilization harmfulness llm_context_precision_without_reference llm_context_precision_with_reference nv_accuracy',
    'nv_context_relevance nv_response_groundedness',
  ].flatMap((names) => names.split(' ')),
);
const asked = ['question', 'user_input'];

/**
 * ragas has no file format: the means (`json.dump(dict(result))`), or `result.to_pandas().to_json()` in pandas' default
 * (`columns`) or `records` orientation. `<metric>` is the mean, 0 to 1; of rows also `<metric>.n`. Rows whose metric is NaN
 * are left out of a mean, as ragas does, and flagged: the mean of what could be judged may be a mean of the easy ones.
 */
export const ragasJson: JsonReader = {
  format: 'ragas-json',
  kind: 'metrics',
  recognises: (document) => isMeans(document) || rowsIn(document) !== null,
  read(document) {
    const sheet = metricSheet();
    const rows = rowsIn(document);
    if (rows) readRows(sheet, rows);
    else if (isObject(document)) for (const [name, value] of Object.entries(document)) readMean(sheet, name, value);
    const { totals, flags } = sheet.end();
    const nothing = !Object.keys(totals.values).some((name) => metrics.has(name));
    return { kind: 'metrics', outcome: nothing ? 'empty' : 'ok', totals, flags, tool: 'ragas' };
  },
};

/** Two names or more: one alone may be anybody's. */
function isMeans(document: unknown): boolean {
  if (!isObject(document)) return false;
  const known = Object.entries(document).filter(([name, value]) => metrics.has(name) && (typeof value === 'number' || value === null));
  return known.length >= 2 && Object.values(document).every((value) => typeof value !== 'object' || value === null);
}

function readMean(sheet: MetricSheet, name: string, value: unknown): void {
  if (typeof value === 'string') return;
  sheet.due(name, value);
}

/** Rows as name and value by metric; null when the document has no rows of ragas. */
function rowsIn(document: unknown): readonly Readonly<Record<string, unknown>>[] | null {
  const rows = Array.isArray(document) ? document : fromColumns(document);
  if (!rows || rows.length === 0) return null;
  const own = (row: unknown): row is Readonly<Record<string, unknown>> =>
    isObject(row) && asked.some((name) => Object.hasOwn(row, name)) && Object.keys(row).some((name) => metrics.has(name));
  const found: readonly unknown[] = rows;
  return found.every(own) ? found : null;
}

function fromColumns(document: unknown): readonly unknown[] | null {
  const questions = asked.map((name) => memberOf(document, name)).find(isObject);
  if (!questions || !isObject(document)) return null;
  const columns = Object.entries(document);
  return Object.keys(questions).map((row) => Object.fromEntries(columns.map(([name, column]) => [name, memberOf(column, row) ?? null])));
}

function readRows(sheet: MetricSheet, rows: readonly Readonly<Record<string, unknown>>[]): void {
  sheet.set('rows', rows.length);
  const scored = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => metrics.has(name) || typeof row[name] === 'number')));
  for (const name of scored) {
    const values = rows.map((row) => row[name]);
    const wrong = values.find((value) => value !== null && value !== undefined && numberOf(value) === null);
    if (wrong !== undefined) throw new ReportProblem(`${name.slice(0, 80)} is ${JSON.stringify(wrong)?.slice(0, 40)} in a row; expected a number`);
    const known = values.map(numberOf).filter((value) => value !== null);
    if (known.length < rows.length) sheet.flag(`nan: ${name} has no value in ${rows.length - known.length} of ${rows.length} rows`);
    sheet.set(`${name}.n`, known.length);
    if (known.length > 0) sheet.set(name, known.reduce((sum, value) => sum + value, 0) / known.length);
  }
}
