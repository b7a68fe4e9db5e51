/** The known word that somebody most likely meant, or null when none is close: at most two slips, or a third of the word. */
export function nearestWord(written: string, known: readonly string[]): string | null {
  const lower = written.toLowerCase();
  let best: { word: string; distance: number } | null = null;
  for (const word of known) {
    const distance = editDistance(lower, word.toLowerCase());
    if (distance <= Math.max(2, Math.floor(word.length / 3)) && distance < word.length && (!best || distance < best.distance)) {
      best = { word, distance };
    }
  }
  return best?.word ?? null;
}

function editDistance(a: string, b: string): number {
  // A key of thousands of letters is no slip of the pen, and would make the table below large.
  if (Math.abs(a.length - b.length) > 12) return Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const substitution = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(substitution, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
