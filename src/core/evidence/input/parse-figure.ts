import { ReportProblem } from './report-problem.ts';

const whole = /^\d+$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?$/;

// No product has two thousand million lines. Sums of figures up to here stay exact, however many files a report names.
const largest = 2 ** 31 - 1;

/** A whole number from 0 up. Throws on anything else, and on one that no product reaches: a misread count is worse than none. */
export function parseWhole(text: string | undefined, place: { readonly what: string; readonly line: number | null }): number {
  const trimmed = text?.trim() ?? '';
  if (!whole.test(trimmed)) throw new ReportProblem(`${place.what} is ${quote(text)}; expected a whole number`, place.line);
  if (Number(trimmed) > largest) throw new ReportProblem(`${place.what} is ${quote(text)}; expected at most ${largest}`, place.line);
  return Number(trimmed);
}

/** Throws where more is covered than there is. */
export function checkShare(share: { readonly covered: number; readonly total: number }, place: { readonly what: string; readonly line: number | null }): void {
  if (share.covered > share.total) throw new ReportProblem(`${place.what}: ${share.covered} covered of ${share.total} cannot be`, place.line);
}

/**
 * How often a line ran. Writers print floats, exponents, 2^64 and negative counts; a gate only asks whether it is above 0,
 * so large ones are capped and negative ones are 0. Throws on what is no number (`NaN`, empty, words).
 */
export function parseHits(text: string | undefined, place: { readonly what: string; readonly line: number | null }): number {
  const trimmed = text?.trim() ?? '';
  if (!decimal.test(trimmed)) throw new ReportProblem(`${place.what} is ${quote(text)}; expected a number`, place.line);
  const hits = Number(trimmed);
  if (hits <= 0) return 0;
  return Math.min(Math.max(Math.floor(hits), 1), Number.MAX_SAFE_INTEGER);
}

/** A count in a header, which may be absent, `NaN` or `1.0`: null unless it is a whole number that can be. */
export function parseDeclared(text: string | undefined): number | null {
  const match = /^(\d+)(\.0+)?$/.exec(text?.trim() ?? '');
  return match && Number(match[1]) <= largest ? Number(match[1]) : null;
}

/** Adds hits without leaving the exact integers. */
export function addHits(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

function quote(text: string | undefined): string {
  return text === undefined ? 'missing' : JSON.stringify(text.slice(0, 40));
}
