import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import { escapeMarkdown } from '../../../src/core/report/markdown.ts';
import { renderTable } from '../../../src/core/report/render-table.ts';
import { actionWords } from '../action-words.ts';
import type { CollectedFacts } from './collected-facts.ts';

/** The summary of a collecting step: what was read, and the step that has to follow. */
export function renderCollected({ reports, folder, uploadName, uploaded }: CollectedFacts, locale: Locale): string {
  const say = actionWords[locale];
  const rows = reports.map(({ file, format, outcome, totals }) => [
    escapeMarkdown(`${file} (${format})`),
    outcome,
    'lines' in totals && totals.lines ? `${totals.lines.covered} / ${totals.lines.total}` : '',
  ]);
  const step = ['```yaml', '- uses: actions/upload-artifact@v4', '  with:', `    name: ${uploadName}`, `    path: ${folder}`, '```'].join('\n');
  return [
    `## ${say.collected(reports.length)}`,
    renderTable({ header: [say.report, say.outcome, say.totals], rows }),
    ...(uploaded ? [] : [say.nextStep, step]),
    '',
  ].join('\n\n');
}
