/** Ascending line numbers as ranges of neighbours, both ends included. */
export function lineRanges(lines: readonly number[]): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found;
}
