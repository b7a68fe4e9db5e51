import { markdownTable } from 'markdown-table';

/** A Markdown table; bars inside cells are escaped. Columns are not padded, so that one changed row is one changed line. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  return markdownTable(cells, { alignDelimiters: false });
}
