import type { Report } from '../../../../src/core/evidence/report.ts';
import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import { escapeHtml, inlineCode } from '../../../../src/core/report/markdown.ts';
import { renderTable } from '../../../../src/core/report/render-table.ts';
import { collectedWords } from './collected-words.ts';

const mostReports = 20;
const mostValues = 40;

/** Figures of measuring tools and of documents, folded: each under the name that a configuration refers to. */
export function renderMetrics(reports: readonly Report[], locale: Locale): string[] {
  const say = collectedWords[locale];
  const parts = reports.flatMap((report) => {
    if (report.kind !== 'metrics' && report.kind !== 'document') return [];
    const values = Object.entries(report.totals.values);
    if (values.length === 0) return [];
    const rows = values.slice(0, mostValues).map(([name, value]) => [inlineCode(name), String(value)]);
    const more = values.length > mostValues ? `\n\n${say.more(values.length - mostValues)}` : '';
    const table = renderTable({ header: [say.name, say.value], rows, align: ['l', 'r'] });
    return [`<details><summary>${escapeHtml(`${report.file} (${report.format})`)}</summary>\n\n${table}${more}\n\n</details>`];
  });
  if (parts.length === 0) return [];
  return [`### ${say.metrics}`, ...parts.slice(0, mostReports), ...(parts.length > mostReports ? [say.more(parts.length - mostReports)] : [])];
}
