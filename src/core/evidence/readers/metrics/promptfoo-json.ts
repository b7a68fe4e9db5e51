import { isObject, listOf, memberOf, numberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

/**
 * promptfoo `-o results.json`, results version 3 (`evalId`, `results.{ version, stats, results }`) and before (rows directly
 * in `results`); `src/types/index.ts` of its source. A row that could not be run is an error (`failureReason` 2), not a
 * failure, and neither is a pass. Red team: success means that the attack was resisted; `plugins.<id>.*` tells it by plugin.
 */
export const promptfooJson: JsonReader = {
  format: 'promptfoo-json',
  kind: 'metrics',
  recognises(document) {
    const core = coreOf(document);
    const first = listOf(core.results)[0];
    const known = isObject(core.stats) && Object.hasOwn(core.stats, 'successes') && Object.hasOwn(core.stats, 'failures');
    return (
      Array.isArray(core.results) &&
      (known || (typeof memberOf(document, 'evalId') === 'string' && (first === undefined || Object.hasOwn(objectOf(first), 'success'))))
    );
  },
  read(document) {
    const core = coreOf(document);
    const sheet = metricSheet();
    const rows = listOf(core.results).map((row) => readRow(objectOf(row)));
    const counted = count(rows);
    const said = objectOf(core.stats);
    const stats = {
      successes: whole(said.successes ?? counted.successes, 'successes'),
      failures: whole(said.failures ?? counted.failures, 'failures'),
      errors: whole(said.errors ?? (isObject(core.stats) ? 0 : counted.errors), 'errors'),
    };
    // Before version 3 an error was counted among the failures.
    const same = stats.successes === counted.successes && stats.failures + stats.errors === counted.failures + counted.errors;
    if (!same)
      sheet.flag(
        `header-disagrees: stats ${stats.successes} of ${stats.successes + stats.failures + stats.errors}, rows ${counted.successes} of ${rows.length}`,
      );
    setTotals(sheet, { version: core.version ?? memberOf(document, 'version'), stats, counted, rows: rows.length });
    setReasons(sheet, rows);
    setPlugins(sheet, rows);
    const nothing = rows.length === 0 && stats.successes + stats.failures + stats.errors === 0;
    return { kind: 'metrics', outcome: nothing ? 'empty' : 'ok', ...sheet.end(), ...origin(document, core) };
  },
};

interface Row {
  readonly result: 'successes' | 'failures' | 'errors';
  readonly reason: number | null;
  readonly plugin: string | null;
}

function coreOf(document: unknown): JsonObject {
  const results = memberOf(document, 'results');
  return isObject(results) ? results : objectOf(document);
}

function readRow(row: JsonObject): Row {
  if (typeof row.success !== 'boolean') throw new ReportProblem('a row of results has no success that is true or false; write the results as JSON again');
  const reason = numberOf(row.failureReason);
  const broken = reason === 2 || (reason === null && !row.success && Boolean(row.error) && !isObject(row.gradingResult));
  const plugin = textOf(memberOf(row.metadata, 'pluginId')) ?? textOf(memberOf(memberOf(row.testCase, 'metadata'), 'pluginId'));
  return { result: row.success ? 'successes' : broken ? 'errors' : 'failures', reason, plugin };
}

function count(rows: readonly Row[]): Record<Row['result'], number> {
  const sums = { successes: 0, failures: 0, errors: 0 };
  for (const row of rows) sums[row.result] += 1;
  return sums;
}

interface Totals {
  readonly version: unknown;
  readonly stats: Record<Row['result'], number>;
  readonly counted: Record<Row['result'], number>;
  readonly rows: number;
}

/** `pass_rate` counts errors as not passed; where the tool's totals and its rows disagree it is the lower of both. */
function setTotals(sheet: MetricSheet, totals: Totals): void {
  const { stats, counted, rows } = totals;
  sheet.set('version', numberOf(totals.version));
  for (const [name, value] of Object.entries(stats)) sheet.set(name, value);
  sheet.set('rows', rows);
  sheet.set('rows_success', counted.successes);
  sheet.set('rows_not_success', rows - counted.successes);
  const all = stats.successes + stats.failures + stats.errors;
  const rates = [...(all > 0 ? [stats.successes / all] : []), ...(rows > 0 ? [counted.successes / rows] : [])];
  if (rates.length > 0) sheet.set('pass_rate', Math.min(...rates));
  if (rates.length > 0) sheet.set('all_passed', Math.min(...rates) === 1);
}

function setReasons(sheet: MetricSheet, rows: readonly Row[]): void {
  const reasons = new Map<number, number>();
  for (const { reason } of rows) if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const [reason, times] of reasons) sheet.set(`failure_reasons.${reason}`, times);
}

function setPlugins(sheet: MetricSheet, rows: readonly Row[]): void {
  for (const [plugin, own] of Map.groupBy(rows, (row) => row.plugin)) {
    if (plugin === null) continue;
    const sums = count(own);
    sheet.set(`plugins.${plugin}.passed`, sums.successes);
    sheet.set(`plugins.${plugin}.errors`, sums.errors);
    sheet.set(`plugins.${plugin}.total`, own.length);
    sheet.set(`plugins.${plugin}.pass_rate`, sums.successes / own.length);
  }
}

function origin(document: unknown, core: JsonObject): Pick<ReportBody, 'tool' | 'madeAt'> {
  const version = textOf(memberOf(memberOf(document, 'metadata'), 'promptfooVersion'));
  const madeAt = textOf(core.timestamp);
  return { tool: version ? `promptfoo ${version.slice(0, 40)}` : 'promptfoo', ...(madeAt ? { madeAt } : {}) };
}

function whole(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 2 ** 31 - 1)
    throw new ReportProblem(`stats.${what} is ${JSON.stringify(value)?.slice(0, 40)}; expected a count`);
  return value;
}
