/** Breaks text between words to a width; lines after the first are indented. A longer word stays whole. */
export function wrapText(text: string, { indent, width }: { indent: number; width: number }): string {
  const room = Math.max(30, width - indent);
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
