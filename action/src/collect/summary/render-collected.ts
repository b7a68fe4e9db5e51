import type { Report } from '../../../../src/core/evidence/report.ts';
import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import { escapeHtml, escapeMarkdown, inlineCode } from '../../../../src/core/report/markdown.ts';
import { renderTable } from '../../../../src/core/report/render-table.ts';
import { truncateBytes } from '../../../../src/core/report/truncate-bytes.ts';
import type { CollectedFacts } from '../collected-facts.ts';
import { collectedWords } from './collected-words.ts';
import { renderCoverage } from './render-coverage.ts';
import { renderFindings } from './render-findings.ts';
import { renderMetrics } from './render-metrics.ts';
import { renderTests } from './render-tests.ts';

// GitHub drops a summary of more than a mebibyte altogether.
const mostBytes = 900_000;
const mostRows = 300;

/** The summary of a collecting step: what is wrong first, then what was measured, then what became of it. */
export function renderCollected(facts: CollectedFacts, locale: Locale): string {
  const say = collectedWords[locale];
  const parts = [
    `## ${say.collected(facts.reports.length)}`,
    ...lost(facts, locale),
    ...unread(facts.reports, locale),
    ...renderTests(facts.reports, locale),
    ...renderFindings(facts.reports, locale),
    ...renderCoverage(facts, locale),
    ...renderMetrics(facts.reports, locale),
    ...facts.notes.map((note) => `> ${say.note(note.kind === 'unknown-format' ? { ...note, paths: note.paths.map(inlineCode) } : note)}`),
    ...afterwards(facts, locale),
    reportList(facts.reports, locale),
  ];
  return `${truncateBytes(parts.filter((part) => part !== '').join('\n\n'), mostBytes, say.truncated)}\n`;
}

function unread(reports: readonly Report[], locale: Locale): string[] {
  const say = collectedWords[locale];
  const bad = reports.filter(({ outcome }) => outcome !== 'ok');
  if (bad.length === 0) return [];
  const rows = bad.slice(0, mostRows).map(({ file, format, outcome, error, flags }) => {
    const where = error?.line === undefined ? file : `${file}:${error.line}`;
    return [inlineCode(where), escapeMarkdown(format), say.outcomes[outcome], escapeMarkdown((error?.message ?? flags[0] ?? '').slice(0, 500))];
  });
  return [`### ⚠️ ${say.unread}`, renderTable({ header: [say.report, say.format, say.outcome, say.why], rows }), say.unreadNext];
}

/** Without an upload all that follows is for this page alone. */
function lost({ upload }: CollectedFacts, locale: Locale): string[] {
  return upload && 'failure' in upload ? [`### ❌ ${collectedWords[locale].notUploaded}`, escapeMarkdown(upload.failure.message)] : [];
}

function afterwards(facts: CollectedFacts, locale: Locale): string[] {
  const { upload, uploadName, folder } = facts;
  const say = collectedWords[locale];
  if (upload && 'failure' in upload) return [];
  const step = ['```yaml', '- uses: actions/upload-artifact@v4', '  with:', `    name: ${uploadName}`, `    path: ${folder}`, '```'].join('\n');
  return [...(upload ? [say.uploaded(uploadName, upload.id)] : [say.nextStep, step]), `> ${origin(facts, locale)}`];
}

function origin({ identity, fork }: CollectedFacts, locale: Locale): string {
  const say = collectedWords[locale];
  if (identity.token !== null) return say.identity;
  if (fork) return say.fork;
  return identity.problem === null ? say.noIdentity : say.identityFailed(escapeMarkdown(identity.problem));
}

function reportList(reports: readonly Report[], locale: Locale): string {
  const say = collectedWords[locale];
  const rows = reports
    .slice(0, mostRows)
    .map(({ file, format, outcome, flags }) => [
      inlineCode(file),
      escapeMarkdown(format),
      say.outcomes[outcome],
      escapeMarkdown(flags.slice(0, 3).join('; ').slice(0, 300)),
    ]);
  const more = reports.length > mostRows ? `\n\n${say.more(reports.length - mostRows)}` : '';
  return `<details><summary>${escapeHtml(say.reports)}</summary>\n\n${renderTable({ header: [say.report, say.format, say.outcome, ''], rows })}${more}\n\n</details>`;
}
