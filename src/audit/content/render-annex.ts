import { escapeMarkdown, inlineCode } from '../../core/report/markdown.ts';
import { renderTable } from '../../core/report/render-table.ts';
import type { AuditCase } from './audit-case.ts';
import { auditWords } from './audit-words.ts';
import { listDecisions } from './list-decisions.ts';
import { listEvidence } from './list-evidence.ts';

/** Who decided, and on what it rests, as Markdown: what follows the report in the PDF. */
export function renderAnnex(audit: AuditCase): string {
  const say = auditWords[audit.policy.locale];
  const decisions = listDecisions(audit).map(({ decision: { kind, subject, by, proof, at, until }, stands, entry }) => [
    `${say.decided[kind]}${stands ? '' : ` (${say.over})`}`,
    inlineCode(subject),
    escapeMarkdown(say.by(by.login, by.id, proof.authority)),
    at,
    until ?? '—',
    say.entry(entry),
  ]);
  const evidence = listEvidence(audit).map(({ id, upload, run, attempt, verified, sha256 }) => [
    id,
    inlineCode(upload),
    `${run}.${attempt}`,
    verified === null ? say.selfReported : inlineCode(verified),
    inlineCode(sha256 ?? '—'),
  ]);
  return [
    `## ${say.people}`,
    renderTable({ header: say.peopleHeader, rows: decisions }) || say.none,
    `## ${say.evidence}`,
    renderTable({ header: say.evidenceHeader, rows: evidence }) || say.none,
  ].join('\n\n');
}
