import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

/**
 * Pandera's `SchemaErrors`, which a team writes itself (pandera.readthedocs.io, "Error reports"): `exc.message`, an object
 * with `SCHEMA` and `DATA` (0.18 and later), or `exc.failure_cases.to_json(orient="records")`. Values are `schema_failures`
 * and `data_failures`, or `failure_cases` with `by_context.*`; rows do not say which cases are the schema's.
 */
export const panderaJson: JsonReader = {
  format: 'pandera-json',
  kind: 'metrics',
  recognises: (document) => isMessage(document) || (Array.isArray(document) && document.length > 0 && document.every(isCase)),
  read(document) {
    const sheet = metricSheet();
    if (Array.isArray(document)) readCases(sheet, document);
    else {
      sheet.set('schema_failures', failures(memberOf(document, 'SCHEMA')));
      sheet.set('data_failures', failures(memberOf(document, 'DATA')));
      sheet.set('data-quality.schema-violations', failures(memberOf(document, 'SCHEMA')));
    }
    return { kind: 'metrics', outcome: 'ok', ...sheet.end(), tool: 'pandera' };
  },
};

/** Only these two members, each an object of lists by reason. */
function isMessage(document: unknown): boolean {
  if (!isObject(document) || Object.keys(document).length === 0) return false;
  return Object.entries(document).every(
    ([kind, reasons]) => (kind === 'SCHEMA' || kind === 'DATA') && isObject(reasons) && Object.values(reasons).every((list) => Array.isArray(list)),
  );
}

function failures(reasons: unknown): number {
  return isObject(reasons) ? Object.values(reasons).reduce<number>((sum, list) => sum + listOf(list).length, 0) : 0;
}

function isCase(row: unknown): boolean {
  return (
    isObject(row) && Object.hasOwn(row, 'failure_case') && Object.hasOwn(row, 'check') && (Object.hasOwn(row, 'schema_context') || Object.hasOwn(row, 'column'))
  );
}

function readCases(sheet: MetricSheet, cases: readonly unknown[]): void {
  sheet.set('failure_cases', cases.length);
  for (const [context, own] of Map.groupBy(cases, (row) => textOf(memberOf(row, 'schema_context')) ?? 'unknown'))
    sheet.set(`by_context.${context}`, own.length);
}
