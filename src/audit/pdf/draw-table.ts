import { drawableText } from './drawable-text.ts';

export interface PdfTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const size = 7.5;
const pad = 3;
const ink = '#1a1a1a';
const rule = '#b5b5b5';
const shade = '#eef1f4';

/** Draws a table over as many pages as it takes; its header stands on each of them. */
export function drawTable(doc: PDFKit.PDFDocument, table: PdfTable): void {
  const said = { header: table.header.map(drawableText), rows: table.rows.map((row) => row.map((cell) => breakable(drawableText(cell)))) };
  const widths = widthsOf(said, usableWidth(doc));
  const isHeaded = said.header.some((cell) => cell.trim() !== '');
  doc.moveDown(0.3);
  if (isHeaded) drawHeader(doc, said.header, widths);
  for (const row of said.rows) {
    const height = heightOf(doc, row, widths);
    if (doc.y + height > bottomOf(doc)) {
      doc.addPage();
      if (isHeaded) drawHeader(doc, said.header, widths);
    }
    drawRow(doc, row, { widths, height, font: 'plain' });
  }
  doc.x = doc.page.margins.left;
  doc.moveDown(0.6);
}

function drawHeader(doc: PDFKit.PDFDocument, header: readonly string[], widths: readonly number[]): void {
  doc.font('bold').fontSize(size);
  const height = heightOf(doc, header, widths);
  if (doc.y + 3 * height > bottomOf(doc)) doc.addPage();
  doc.rect(doc.page.margins.left, doc.y, usableWidth(doc), height).fill(shade);
  drawRow(doc, header, { widths, height, font: 'bold' });
}

interface RowStyle {
  readonly widths: readonly number[];
  readonly height: number;
  readonly font: 'plain' | 'bold';
}

function drawRow(doc: PDFKit.PDFDocument, row: readonly string[], { widths, height, font }: RowStyle): void {
  const top = doc.y;
  let left = doc.page.margins.left;
  doc.font(font).fontSize(size).fillColor(ink);
  for (const [column, width] of widths.entries()) {
    // A cell that is longer than a page ends with an ellipsis: the other forms have it whole.
    doc.text(row[column] ?? '', left + pad, top + pad, { width: width - 2 * pad, height: height - 2 * pad, ellipsis: true });
    left += width;
  }
  doc
    .moveTo(doc.page.margins.left, top + height)
    .lineTo(left, top + height)
    .lineWidth(0.4)
    .stroke(rule);
  doc.y = top + height;
}

function heightOf(doc: PDFKit.PDFDocument, row: readonly string[], widths: readonly number[]): number {
  doc.fontSize(size);
  const heights = widths.map((width, column) => doc.heightOfString(row[column] ?? '', { width: width - 2 * pad }));
  return Math.min(Math.max(...heights, size) + 2 * pad + 1, bottomOf(doc) - doc.page.margins.top - 40);
}

/** Widths by what the cells hold: short columns get what they need, long ones share the rest. */
function widthsOf({ header, rows }: PdfTable, whole: number): number[] {
  const wants = header.map((title, column) => {
    const lengths = [title, ...rows.map((row) => row[column] ?? '')].map((text) => text.length);
    return Math.min(Math.max(...lengths, 4), 14 + lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
  });
  const total = wants.reduce((sum, want) => sum + want, 0);
  return wants.map((want) => (want / total) * whole);
}

/** A digest or a path has no place where a line may end: every so many letters it gets one that is not seen. */
function breakable(text: string): string {
  return text.replace(/[^\s\u00ad]{24,}/g, (word) => word.replace(/(.{12})(?=.)/g, '$1\u200b'));
}

function usableWidth({ page }: PDFKit.PDFDocument): number {
  return page.width - page.margins.left - page.margins.right;
}

function bottomOf({ page }: PDFKit.PDFDocument): number {
  return page.height - page.margins.bottom;
}
