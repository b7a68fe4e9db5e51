import type { Element, ElementContent, RootContent } from 'hast';
import { drawRuns } from './draw-runs.ts';
import { drawTable } from './draw-table.ts';
import { inlineRuns, plainText } from './inline-runs.ts';

interface Place {
  /** Points from the left margin. */
  readonly indent: number;
  /** What stands for a diagram, in the reader's language. */
  readonly picture: string;
}

const text = 9.5;
const sizes: Readonly<Record<string, number>> = { h1: 17, h2: 14, h3: 12, h4: 10.5, h5: 10, h6: 10 };
const inline: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'br',
  'code',
  'del',
  'em',
  'i',
  'img',
  'input',
  'ins',
  'kbd',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'var',
]);

/** Draws blocks one below the other: headings, paragraphs, lists, tables, quotes, what is folded on a page unfolded. */
export function drawBlocks(doc: PDFKit.PDFDocument, nodes: readonly RootContent[], place: Place): void {
  let line: ElementContent[] = [];
  const flush = (): void => {
    if (plainText(line) !== '') drawParagraph(doc, line, place);
    line = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && inline.has(node.tagName))) line.push(node);
    else if (node.type === 'element') {
      flush();
      drawBlock(doc, node, place);
    }
  }
  flush();
}

function drawBlock(doc: PDFKit.PDFDocument, node: Element, place: Place): void {
  const { tagName, children } = node;
  if (tagName in sizes) return drawHeading(doc, children, sizes[tagName] ?? text);
  if (tagName === 'table') return drawTable(doc, tableOf(node));
  if (tagName === 'hr') return drawRule(doc);
  if (tagName === 'pre') return drawCode(doc, node, place);
  if (tagName === 'li') return drawItem(doc, children, place);
  if (tagName === 'summary') return drawParagraph(doc, [{ ...node, tagName: 'strong' }], place);
  const inset = tagName === 'blockquote' ? 14 : tagName === 'ul' || tagName === 'ol' ? 12 : 0;
  drawBlocks(doc, children, { ...place, indent: place.indent + inset });
}

function drawHeading(doc: PDFKit.PDFDocument, children: readonly ElementContent[], size: number): void {
  // Not at the foot of a page, alone.
  if (doc.y + size * 4 > doc.page.height - doc.page.margins.bottom) doc.addPage();
  doc.moveDown(0.5);
  drawRuns(doc, inlineRuns(children, { font: 'bold', link: null }), { size, indent: 0 });
  doc.fontSize(text).moveDown(0.4);
}

function drawParagraph(doc: PDFKit.PDFDocument, children: readonly ElementContent[], { indent }: Place): void {
  drawRuns(doc, inlineRuns(children), { size: text, indent });
  doc.moveDown(0.35);
}

/** A bullet, unless a box stands there; what is below hangs beside it. */
function drawItem(doc: PDFKit.PDFDocument, children: readonly ElementContent[], place: Place): void {
  const blocks = children.filter((child) => child.type === 'element' && !inline.has(child.tagName) && child.tagName !== 'p');
  const said = children.filter((child) => !blocks.includes(child));
  const runs = inlineRuns(said);
  const hasBox = /^\s*[☑☐]/.test(runs.map((run) => run.text).join(''));
  drawRuns(doc, hasBox ? runs : [{ text: '• ', font: 'plain', link: null }, ...runs], { size: text, indent: place.indent });
  doc.moveDown(0.15);
  drawBlocks(doc, blocks, place);
}

function drawCode(doc: PDFKit.PDFDocument, node: Element, place: Place): void {
  const [code] = node.children;
  const isDiagram = code?.type === 'element' && String(code.properties['className']).includes('language-mermaid');
  const content = isDiagram ? `[${place.picture}]` : plainText(node.children);
  drawRuns(doc, [{ text: content, font: isDiagram ? 'italic' : 'code', link: null }], { size: text - 1, indent: place.indent });
  doc.moveDown(0.4);
}

function drawRule(doc: PDFKit.PDFDocument): void {
  const { left, right } = doc.page.margins;
  doc.moveDown(0.3);
  doc
    .moveTo(left, doc.y)
    .lineTo(doc.page.width - right, doc.y)
    .lineWidth(0.5)
    .stroke('#b5b5b5');
  doc.moveDown(0.5);
}

function tableOf(table: Element): { header: string[]; rows: string[][] } {
  const rows = elementsIn(table, 'tr').map((row) => row.children.flatMap((cell) => (cell.type === 'element' ? [plainText(cell.children)] : [])));
  const isHeader = elementsIn(table, 'th').length > 0;
  const [first = [], ...others] = rows;
  return isHeader ? { header: first, rows: others } : { header: first.map(() => ''), rows };
}

function elementsIn(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [...(child.tagName === tagName ? [child] : []), ...elementsIn(child, tagName)] : []));
}
