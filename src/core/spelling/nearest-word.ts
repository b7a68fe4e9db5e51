import { distance } from 'fastest-levenshtein';
import { foldWord } from './fold-word.ts';

// The distance is quadratic in length: a pasted wall of text is no slip of the pen.
const longest = 100;

/** The known word that somebody most likely meant, or null when none is within two slips or a third of its length. Case and accents do not count. */
export function nearestWord(written: string, known: Iterable<string>): string | null {
  if (written.length > longest) return null;
  const folded = foldWord(written);
  let best: { word: string; slips: number } | null = null;
  for (const word of known) {
    const slips = distance(folded, foldWord(word));
    const allowed = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
    if (slips <= allowed && (!best || slips < best.slips)) best = { word, slips };
  }
  return best?.word ?? null;
}
