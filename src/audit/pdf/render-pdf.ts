import { drawBlocks } from './draw-blocks.ts';
import { drawTable, type PdfTable } from './draw-table.ts';
import { markdownTree } from './markdown-tree.ts';
import { openPage, type PdfFacts } from './open-page.ts';

export interface PdfContent extends PdfFacts {
  /** One after the other. */
  readonly markdown: readonly string[];
  /** Drawn after the text, each with its title. */
  readonly tables: readonly (PdfTable & { readonly title: string })[];
  /** Stands at the foot of each page. */
  readonly foot: string;
  readonly page: (page: number, of: number) => string;
  readonly picture: string;
}

/** A PDF of Markdown and tables. The same content is the same bytes. */
export async function renderPdf(content: PdfContent): Promise<Uint8Array> {
  const doc = openPage(content);
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const place = { indent: 0, picture: content.picture };
  for (const markdown of content.markdown) drawBlocks(doc, markdownTree(markdown).children, place);
  for (const { title, ...table } of content.tables) {
    drawBlocks(doc, [{ type: 'element', tagName: 'h3', properties: {}, children: [{ type: 'text', value: title }] }], place);
    drawTable(doc, table);
  }
  drawFeet(doc, content);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawFeet(doc: PDFKit.PDFDocument, { foot, page }: PdfContent): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    const { left, right, bottom } = doc.page.margins;
    // Below the margin text would open a new page.
    doc.page.margins.bottom = 0;
    const width = doc.page.width - left - right;
    doc.font('plain').fontSize(7).fillColor('#5a5a5a');
    doc.text(foot, left, doc.page.height - 38, { width: width - 90, height: 18, ellipsis: true });
    doc.text(page(index - start + 1, count), left + width - 90, doc.page.height - 38, { width: 90, align: 'right', lineBreak: false });
    doc.page.margins.bottom = bottom;
  }
}
