import { escapeMarkdown, inlineCode, markdownLink } from '../../core/report/markdown.ts';
import { renderTable } from '../../core/report/render-table.ts';
import type { AuditCase } from './audit-case.ts';
import { auditWords } from './audit-words.ts';

/** What the bundle is about, as Markdown: the head of the page and of the PDF. `signer`: the public key, null where nobody signs. */
export function renderCover(audit: AuditCase, signer: string | null): string {
  const { part, entry, head, policy, policyCommit, pull, judged, snapshot } = audit;
  const say = auditWords[policy.locale];
  const { facts } = say;
  const name = part.name ?? String(part.repository);
  const rows = [
    [facts.repository, escapeMarkdown(name)],
    [facts.release, `${markdownLink(`#${pull.number}`, pull.url)} ${escapeMarkdown(pull.title)}`],
    [facts.commit, inlineCode(snapshot.headSha)],
    [facts.decided, entry.at],
    [facts.entry, inlineCode(`${entry.seq}:${entry.digest}`)],
    [facts.end, inlineCode(`${head.seq}:${head.digest}`)],
    [facts.playbook, inlineCode(`${policy.playbook.id}@${policy.playbook.version}`)],
    [facts.policy, `${inlineCode(part.policy.digest)}${policyCommit === null ? '' : ` (${inlineCode(policyCommit)})`}`],
    [facts.engine, inlineCode(judged.engine)],
    [facts.signedWith, signer === null ? `**${say.unsigned}**` : inlineCode(signer)],
  ];
  return `# ${escapeMarkdown(say.title(name, pull.number))}\n\n${renderTable({ header: ['', ''], rows })}`;
}
