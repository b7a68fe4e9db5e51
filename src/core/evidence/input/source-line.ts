/** A line that a report points at; null when no file has it. It only shows the way, so a broken one is no reason to refuse the report. */
export function sourceLine(line: number | null): number | null {
  return line !== null && Number.isSafeInteger(line) && line > 0 ? line : null;
}
