import { parseHits, parseWhole } from './parse-figure.ts';
import { ReportProblem } from './report-problem.ts';

/** A whole number from 0 up that a JSON document must have. Throws on anything else: a misread count is worse than none. */
export function jsonWhole(value: unknown, what: string): number {
  return parseWhole(written(value, what), { what, line: null });
}

/** How often a line ran, as `parseHits` takes it. Throws on what is no number. */
export function jsonHits(value: unknown, what: string): number {
  return parseHits(written(value, what), { what, line: null });
}

function written(value: unknown, what: string): string {
  if (typeof value === 'number') return String(value);
  throw new ReportProblem(`${what} is ${value === undefined ? 'missing' : (JSON.stringify(value).slice(0, 40) ?? 'nothing')}; expected a number`);
}
