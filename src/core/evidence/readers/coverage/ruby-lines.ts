import { jsonHits } from '../../input/json-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';

/** Hits by line, as Ruby's `Coverage` lists them: null is no code, the word `ignored` is left out on purpose. */
export type RubyLines = readonly (number | null)[];

export function rubyLines(value: unknown, path: string): RubyLines {
  if (!Array.isArray(value)) throw new ReportProblem(`the lines of ${path.slice(0, 200)} are no list`);
  return value.map((hits: unknown, index) => (hits === null || hits === 'ignored' ? null : jsonHits(hits, `line ${index + 1} of ${path.slice(0, 200)}`)));
}

/** Lines and hits, without what is no code. */
export function linesOfCode(lines: RubyLines): (readonly [line: number, hits: number])[] {
  return lines.flatMap((hits, index) => (hits === null ? [] : [[index + 1, hits] as const]));
}

/**
 * As SimpleCov's `LinesCombiner` does: hits add up; a line that one run takes for code that did not run, and the other for no
 * code, is none, since files that nothing loads are only guessed at.
 */
export function uniteRubyLines(a: RubyLines, b: RubyLines): RubyLines {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const [left = null, right = null] = [a[index], b[index]];
    const sum = (left ?? 0) + (right ?? 0);
    return sum === 0 && (left === null || right === null) ? null : sum;
  });
}
