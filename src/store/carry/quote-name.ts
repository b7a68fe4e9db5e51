/** A name as SQL reads it, whatever it holds: names come from a file or from the catalogue. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
