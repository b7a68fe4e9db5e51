import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { FontName } from './inline-runs.ts';

const require = createRequire(import.meta.url);
const files: Readonly<Record<FontName, string>> = {
  plain: 'DejaVuSans.ttf',
  bold: 'DejaVuSans-Bold.ttf',
  italic: 'DejaVuSans-Oblique.ttf',
  code: 'DejaVuSansMono.ttf',
};

export interface PdfFacts {
  readonly title: string;
  readonly locale: string;
  /** ISO time that stands for when it was made. */
  readonly at: string;
}

/** A document without a page yet. Its dates are given and its id follows from them: the same content is the same bytes. */
export function openPage({ title, locale, at }: PdfFacts): PDFKit.PDFDocument {
  const date = new Date(at);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 54, bottom: 60, left: 50, right: 50 },
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: locale,
    displayTitle: true,
    info: { Title: title, Producer: 'Sprintgate', Creator: 'Sprintgate', CreationDate: date, ModDate: date },
  });
  for (const [name, file] of Object.entries(files)) doc.registerFont(name, readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${file}`)));
  doc.font('plain');
  doc.addPage();
  return doc;
}
