import type { JsonObject } from './json-shape.ts';
import { isObject } from './json-shape.ts';
import { ReportProblem } from './report-problem.ts';

/** An object that decides a figure; an empty one when it is absent or null. Throws on anything else. */
export function expectedObject(value: unknown, name: string): JsonObject {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw new ReportProblem(`${name} is no object; let the tool write the report again`);
  return value;
}
