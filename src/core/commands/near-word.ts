import { foldWord } from './fold-word.ts';

/** The candidate that a mistyped word most likely meant: at most two slips away, and at most a third of its length. */
export function nearWord(word: string, candidates: readonly string[]): string | null {
  const written = foldWord(word);
  let best: { candidate: string; slips: number } | null = null;
  for (const candidate of candidates) {
    const slips = slipsBetween(written, foldWord(candidate));
    const allowed = Math.min(2, Math.max(1, Math.floor(candidate.length / 3)));
    if (slips <= allowed && (best === null || slips < best.slips)) best = { candidate, slips };
  }
  return best?.candidate ?? null;
}

/** Damerau-Levenshtein distance, adjacent transpositions counted once. */
function slipsBetween(a: string, b: string): number {
  // The loop is quadratic: a pasted wall of text is not a typing slip.
  if (Math.abs(a.length - b.length) > 2) return 3;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
