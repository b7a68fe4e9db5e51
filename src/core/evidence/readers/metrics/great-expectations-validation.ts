import { isObject, listOf, memberOf, numberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { MetricSheet } from './metric-sheet.ts';

/** Sums over the validations of a report; `schema` is null while no expectation about the schema was seen. */
export interface ValidationSums {
  evaluated: number;
  successful: number;
  unsuccessful: number;
  results: number;
  failed: number;
  exceptions: number;
  schema: number | null;
  success: boolean;
  /** Percentages by name: of several expectations about one column the worst. */
  readonly worst: Map<string, number>;
}

export function isValidation(document: unknown): boolean {
  return isObject(document) && Object.hasOwn(objectOf(memberOf(document, 'statistics')), 'evaluated_expectations');
}

/** Adds one validation: its own statistics, held against its results where it lists them. */
export function addValidation(sheet: MetricSheet, sums: ValidationSums, validation: JsonObject): void {
  const statistics = objectOf(validation.statistics);
  const [evaluated, successful, unsuccessful] = (['evaluated', 'successful', 'unsuccessful'] as const).map((what) =>
    whole(statistics[`${what}_expectations`], what),
  ) as [number, number, number];
  const results = listOf(validation.results ?? validation.expectations);
  const before = { ...sums };
  for (const result of results) addResult(sums, objectOf(result));
  const [listed, failed] = [sums.results - before.results, sums.failed - before.failed];
  if (listed !== evaluated) sheet.flag(`header-disagrees: ${evaluated} evaluated expectations, ${listed} listed`);
  else if (failed !== unsuccessful) sheet.flag(`header-disagrees: ${unsuccessful} unsuccessful expectations, ${failed} listed`);
  if (successful + unsuccessful !== evaluated) sheet.flag(`header-disagrees: ${successful} + ${unsuccessful} expectations of ${evaluated}`);
  if (evaluated === 0) sheet.flag('no-expectations: a validation evaluated none');
  sums.evaluated += evaluated;
  sums.successful += successful;
  sums.unsuccessful += unsuccessful;
  sums.success &&= validation.success === true && unsuccessful === 0 && failed === 0 && evaluated > 0;
}

function addResult(sums: ValidationSums, result: JsonObject): void {
  // `describe()` has no `expectation_config`: type and arguments are members of the entry itself.
  const config = isObject(result.expectation_config) ? result.expectation_config : result;
  const type = textOf(config.expectation_type) ?? textOf(config.type) ?? '';
  // Null is an expectation that came to no verdict: GX itself counts it as unsuccessful.
  if (typeof result.success !== 'boolean' && result.success !== null) throw new ReportProblem(`the success of ${type || 'an expectation'} is no boolean`);
  sums.results += 1;
  if (result.success !== true) sums.failed += 1;
  if (raised(result.exception_info)) sums.exceptions += 1;
  if (ofSchema.test(type)) sums.schema = (sums.schema ?? 0) + (result.success === true ? 0 : 1);
  const column = textOf(memberOf(config.kwargs, 'column'));
  if (column === null) return;
  const figures = objectOf(result.result);
  keep(sums, `columns.${column}.missing_percent`, figures.missing_percent);
  keep(sums, `columns.${column}.${type}.unexpected_percent`, figures.unexpected_percent);
}

const ofSchema = /^expect_(column_to_exist$|column_values_to_be_(of_type|in_type_list)$|table_columns?_|column_values_to_match_json_schema$)/;

function keep(sums: ValidationSums, name: string, percent: unknown): void {
  const value = numberOf(percent);
  if (value !== null) sums.worst.set(name, Math.max(value, sums.worst.get(name) ?? 0));
}

/** One exception, or in 1.x one for each metric that the expectation needs. */
function raised(info: unknown): boolean {
  if (memberOf(info, 'raised_exception') === true) return true;
  return Object.values(objectOf(info)).some((each) => memberOf(each, 'raised_exception') === true);
}

function whole(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 2 ** 31 - 1)
    throw new ReportProblem(`statistics.${what}_expectations is ${JSON.stringify(value)?.slice(0, 40)}; expected a count`);
  return value;
}
