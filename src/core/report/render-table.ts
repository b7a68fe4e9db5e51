import { markdownTable } from 'markdown-table';

/** How one column is aligned: left, centre, right. */
export type Alignment = 'l' | 'c' | 'r';

export interface Table {
  readonly header: readonly string[];
  /** Cells are Markdown, already escaped by `escapeMarkdown`, `renderProse` or `inlineCode`. */
  readonly rows: readonly (readonly string[])[];
  readonly align?: readonly Alignment[];
}

/** A GitHub table. Line ends inside a cell become `<br>`; a cell that is missing is empty. No rows: an empty text. */
export function renderTable(table: Table): string {
  if (table.rows.length === 0) return '';
  const rows = [table.header, ...table.rows].map((row) => table.header.map((_, column) => cell(row[column] ?? '')));
  // Unpadded: alignment of the source costs bytes and nobody reads the source.
  return markdownTable(rows, { align: table.align ?? null, alignDelimiters: false });
}

function cell(markdown: string): string {
  // A pipe that is not escaped yet would begin a new cell, even inside code.
  return markdown
    .trim()
    .replace(/\r?\n/g, '<br>')
    .replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}
