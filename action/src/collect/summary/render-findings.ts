import { type Finding, type FindingsReport, type Report, severities } from '../../../../src/core/evidence/report.ts';
import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import { escapeMarkdown, inlineCode } from '../../../../src/core/report/markdown.ts';
import { renderTable } from '../../../../src/core/report/render-table.ts';
import { barChart } from './bar-chart.ts';
import { collectedWords } from './collected-words.ts';

const mostFindings = 20;

/** Findings by scan and severity, and the worst of them. */
export function renderFindings(reports: readonly Report[], locale: Locale): string[] {
  const scans = reports.filter((report): report is FindingsReport => report.kind === 'findings' && report.outcome === 'ok');
  if (scans.length === 0) return [];
  const say = collectedWords[locale];
  const header = [say.report, ...severities.map((severity) => say.severity[severity]), say.suppressed];
  const rows = scans
    .slice(0, 100)
    .map(({ file, totals }) => [inlineCode(file), ...severities.map((severity) => String(totals.bySeverity[severity])), String(totals.suppressed)]);
  const bars = severities.map((severity) => ({ name: say.severity[severity], value: scans.reduce((sum, { totals }) => sum + totals.bySeverity[severity], 0) }));
  return [
    `### ${say.findings}`,
    // Mermaid draws a bar of nothing a little above the line.
    barChart(
      { title: say.findings, unit: '#', most: null },
      bars.filter(({ value }) => value > 0),
    ),
    renderTable({ header, rows, align: ['l', 'r', 'r', 'r', 'r', 'r', 'r', 'r'] }),
    ...worst(scans, locale),
  ];
}

function worst(scans: readonly FindingsReport[], locale: Locale): string[] {
  const say = collectedWords[locale];
  const findings = scans.flatMap((scan) => scan.findings).toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  if (findings.length === 0) return [];
  const total = scans.reduce((sum, { totals }) => sum + totals.total, 0);
  const shown = findings.slice(0, mostFindings);
  const items = shown.map((finding) => item(finding, say.severity[finding.severity])).join('\n');
  return [`**${say.worstFindings}**`, items, ...(total > shown.length ? [say.more(total - shown.length)] : [])];
}

function item({ id, title, file, line }: Finding, severity: string): string {
  const where = file === null ? '' : ` (${inlineCode(line === null ? file : `${file}:${line}`)})`;
  return `- ${severity}: ${inlineCode(id)} ${escapeMarkdown(title.slice(0, 200))}${where}`;
}
