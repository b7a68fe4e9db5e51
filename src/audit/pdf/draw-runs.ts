import { drawableText } from './drawable-text.ts';
import type { InlineRun } from './inline-runs.ts';

export interface RunsPlace {
  readonly size: number;
  /** Points from the left margin. */
  readonly indent: number;
}

const linked = '#0b4f8a';
const plain = '#1a1a1a';

/** Draws text in its styles as one paragraph where the document stands, over as many pages as it takes. */
export function drawRuns(doc: PDFKit.PDFDocument, runs: readonly InlineRun[], { size, indent }: RunsPlace): void {
  const told = trimmed(runs.map((run) => ({ ...run, text: drawableText(run.text) })).filter(({ text }) => text !== ''));
  const { left } = doc.page.margins;
  for (const [index, { text, font, link }] of told.entries()) {
    const options = { continued: index < told.length - 1, underline: link !== null, link, lineGap: 2 };
    doc
      .font(font)
      .fontSize(font === 'code' ? size * 0.92 : size)
      .fillColor(link === null ? plain : linked);
    if (index > 0) doc.text(text, options);
    else doc.text(text, left + indent, doc.y, { ...options, width: doc.page.width - left - doc.page.margins.right - indent });
  }
  doc.font('plain').fontSize(size).fillColor(plain);
}

/** Without the spaces at both ends and those that follow another. */
function trimmed(runs: readonly InlineRun[]): InlineRun[] {
  const kept: InlineRun[] = [];
  for (const run of runs) {
    const before = kept.at(-1)?.text;
    const text = before === undefined || /\s$/.test(before) ? run.text.replace(/^ +/, '') : run.text;
    if (text !== '') kept.push({ ...run, text });
  }
  const last = kept.pop();
  return last ? [...kept, { ...last, text: last.text.trimEnd() }].filter(({ text }) => text !== '') : [];
}
