import type { JsonObject } from './json-shape.ts';
import { isObject } from './json-shape.ts';
import { ReportProblem } from './report-problem.ts';

/** The objects of a list that decides a figure; none when it is absent or null. Throws on anything else: a misread list would be a wrong count. */
export function expectedList(value: unknown, name: string): readonly JsonObject[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new ReportProblem(`${name} is no list; let the tool write the report again`);
  return value.map((entry: unknown, index) => {
    if (!isObject(entry)) throw new ReportProblem(`${name}[${index}] is no object; let the tool write the report again`);
    return entry;
  });
}
