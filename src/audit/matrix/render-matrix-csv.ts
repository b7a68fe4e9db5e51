import type { Policy } from '../../core/policy/policy.ts';
import { auditWords } from '../content/audit-words.ts';
import type { MatrixRow } from './build-matrix.ts';
import { matrixCells } from './matrix-cells.ts';

/** What makes a spreadsheet show accents as they are. */
const mark = '\uFEFF';

/** The matrix as RFC 4180 has it, in UTF-8; what a spreadsheet would take for a formula is text. */
export function renderMatrixCsv(rows: readonly MatrixRow[], policy: Policy): string {
  const say = auditWords[policy.locale];
  const lines = [[...say.header, say.reason], ...rows.map((row) => [...matrixCells(row, policy), row.reason])];
  return `${mark}${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
