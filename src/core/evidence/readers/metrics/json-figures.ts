import { ReportProblem } from '../../input/report-problem.ts';

// No test run makes two thousand million requests: a larger count is a misread one.
const largest = 2 ** 31 - 1;

/** A finite number of a JSON document; null where it is absent. Throws on what is there and is no number. */
export function givenFigure(value: unknown, what: string): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ReportProblem(`${what} is ${shown(value)}; expected a number`);
}

/** A whole number from 0 up; null where it is absent. Throws on anything else. */
export function givenCount(value: unknown, what: string): number | null {
  const figure = givenFigure(value, what);
  if (figure === null || (Number.isInteger(figure) && figure >= 0 && figure <= largest)) return figure;
  throw new ReportProblem(`${what} is ${shown(value)}; expected a whole number from 0 to ${largest}`);
}

/** A number from 0 to 1; null where it is absent. Throws on anything else. */
export function givenRatio(value: unknown, what: string): number | null {
  const figure = givenFigure(value, what);
  if (figure === null || (figure >= 0 && figure <= 1)) return figure;
  throw new ReportProblem(`${what} is ${shown(value)}; expected a number from 0 to 1`);
}

function shown(value: unknown): string {
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return String(JSON.stringify(value) ?? typeof value).slice(0, 60);
}
