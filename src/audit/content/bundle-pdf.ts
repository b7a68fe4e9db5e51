import { buildMatrix, type MatrixRow } from '../matrix/build-matrix.ts';
import { matrixCells, regulationTitle } from '../matrix/matrix-cells.ts';
import { renderPdf } from '../pdf/render-pdf.ts';
import type { AuditCase } from './audit-case.ts';
import { auditWords } from './audit-words.ts';
import { renderAnnex } from './render-annex.ts';
import { renderCover } from './render-cover.ts';

export interface BundlePdf {
  readonly report: string;
  readonly signer: string | null;
  readonly rows?: readonly MatrixRow[];
}

/** The PDF: what it is about, the report, who decided on what, and the matrix of what binds. The other forms have all of the matrix. */
export async function bundlePdf(audit: AuditCase, { report, signer, rows = buildMatrix(audit) }: BundlePdf): Promise<Uint8Array> {
  const { policy, head, part, pull } = audit;
  const say = auditWords[policy.locale];
  const title = say.title(part.name ?? String(part.repository), pull.number);
  const [, ...header] = say.header;
  const binding = rows.filter(({ binding: of }) => of === 'binds');
  const tables = [...Map.groupBy(binding, ({ regulation }) => regulation)].map(([regulation, own]) => ({
    title: `${say.matrix}: ${regulationTitle(regulation, policy)}${own.every(({ applies }) => applies) ? '' : ` (${say.notAsked})`}`,
    header: withoutBinds(header).slice(0, 5),
    rows: own.map((row) => withoutBinds(matrixCells(row, policy).slice(1)).slice(0, 5)),
  }));
  return renderPdf({
    title,
    locale: policy.locale,
    at: head.at,
    markdown: [renderCover(audit, signer), report, renderAnnex(audit)],
    tables,
    foot: `${title} · ${head.seq}:${head.digest}`,
    page: say.page,
    picture: say.picture,
  });
}

/** Criterion, title, verdict, evidence, who decided: all of these rows bind, and all are of one commit. */
function withoutBinds(cells: readonly string[]): string[] {
  return cells.filter((_, index) => index !== 2);
}
