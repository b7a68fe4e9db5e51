import type { FileCoverage } from '../../../../src/core/evidence/report.ts';
import { formatRatio } from '../../../../src/core/gates/coverage/format-ratio.ts';
import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import { escapeMarkdown, inlineCode } from '../../../../src/core/report/markdown.ts';
import { renderTable } from '../../../../src/core/report/render-table.ts';
import type { CollectedFacts } from '../collected-facts.ts';
import { barChart } from './bar-chart.ts';
import { collectedWords } from './collected-words.ts';
import { type CoverageGroup, groupCoverage, measureOf } from './group-coverage.ts';

const mostFiles = 10;
const mostRanges = 50;

/** Coverage by component, the files with most to cover, and the changed lines that no test runs. */
export function renderCoverage(facts: CollectedFacts, locale: Locale): string[] {
  const reported = facts.reports.some((report) => report.kind === 'coverage' && report.outcome === 'ok');
  if (!reported) return [];
  const say = collectedWords[locale];
  const groups = groupCoverage(facts);
  const { unmapped, ambiguous } = facts.coverage;
  return [
    `### ${say.coverage}`,
    barChart(
      { title: say.coverage, unit: '%', most: 100 },
      groups.map((group) => ({ name: group.name ?? say.other, value: percentOf(group) })),
    ),
    groupTable(groups, locale),
    ...(unmapped.length > 0 ? [`> ${say.unplaced(unmapped.length)}`] : []),
    ...(ambiguous.length > 0 ? [`> ${say.ambiguous(ambiguous.length)}`] : []),
    ...worstFiles([...facts.coverage.files.values()], locale),
    ...uncovered(facts, locale),
  ];
}

function percentOf({ count }: CoverageGroup): number {
  return Math.floor((count.covered / Math.max(1, count.total)) * 1_000) / 10;
}

function groupTable(groups: readonly CoverageGroup[], locale: Locale): string {
  const say = collectedWords[locale];
  const rows = groups.map(({ name, files, measure, count }) => [
    name === null ? `*${say.other}*` : inlineCode(name),
    String(files),
    say.measures[measure],
    `${count.covered} / ${count.total}`,
    formatRatio(count),
  ]);
  return renderTable({ header: [say.component, say.files, say.measure, say.covered, say.percent], rows, align: ['l', 'r', 'l', 'r', 'r'] });
}

function worstFiles(files: readonly FileCoverage[], locale: Locale): string[] {
  const say = collectedWords[locale];
  const missing = files
    .flatMap((file) => {
      const measure = measureOf([file]);
      const count = measure === null ? null : file.totals[measure];
      return count && count.covered < count.total ? [{ path: file.path, count }] : [];
    })
    .sort((a, b) => b.count.total - b.count.covered - (a.count.total - a.count.covered) || (a.path < b.path ? -1 : 1));
  if (missing.length === 0) return [];
  const rows = missing.slice(0, mostFiles).map(({ path, count }) => [inlineCode(path), String(count.total - count.covered), formatRatio(count)]);
  const more = missing.length > mostFiles ? [say.more(missing.length - mostFiles)] : [];
  return [`**${say.worstFiles}**`, renderTable({ header: [say.file, say.missing, say.percent], rows, align: ['l', 'r', 'r'] }), ...more];
}

function uncovered({ uncovered: ranges }: CollectedFacts, locale: Locale): string[] {
  const say = collectedWords[locale];
  if (ranges === null) return [`> ${say.noDifference}`];
  if (ranges.length === 0) return [say.allCovered];
  const items = ranges
    .slice(0, mostRanges)
    .map(({ path, first, last, lines }) => `- ${inlineCode(path)}: ${escapeMarkdown(say.uncoveredLines(lines, first, last))}`);
  const more = ranges.length > mostRanges ? [say.more(ranges.length - mostRanges)] : [];
  return [`**${say.uncovered}**`, items.join('\n'), ...more];
}
