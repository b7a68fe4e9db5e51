import { heldPercent } from '../../gates/readiness/held-percent.ts';
import type { Policy } from '../../policy/policy.ts';
import { renderProse } from '../prose.ts';
import { readinessReportWords } from '../readiness-report-words.ts';
import { renderTable } from '../render-table.ts';
import { type EvidenceMarks, markSigns } from '../evidence/evidence-marks.ts';
import { tallySigns, textBar } from '../report-gauge.ts';
import type { ReportArea } from './read-areas.ts';

/** So few rows are no clutter. */
const fewestFolded = 3;

/** How ready each area is: a bar, how many of how many, and what stands otherwise. Those that are complete are folded. */
export function reportAreas(areas: readonly ReportArea[], policy: Policy, marks: EvidenceMarks): string {
  const say = readinessReportWords[policy.locale];
  if (areas.length === 0) return '';
  const table = (some: readonly ReportArea[]): string => areasTable(some, policy, marks);
  const full = areas.filter(isFull);
  const folded = full.length < fewestFolded ? [] : full;
  const shown = areas.filter((area) => !folded.includes(area));
  const details = folded.length === 0 ? '' : `<details>\n<summary>${say.complete(folded.length)}</summary>\n\n${table(folded)}\n\n</details>`;
  return [`### ${say.categories}`, table(shown), details].filter((part) => part !== '').join('\n\n');
}

function areasTable(areas: readonly ReportArea[], policy: Policy, marks: EvidenceMarks): string {
  const say = readinessReportWords[policy.locale];
  const rows = areas.map((area) => [titleOf(area), progressOf(area, say.notAskedYet), `${countsOf(area, say.laterOnes)}${marked(area, marks)}`]);
  return renderTable({ header: [say.category, say.progress, say.detail], rows, align: ['l', 'l', 'l'] });
}

function isFull({ counts, binding, issues }: ReportArea): boolean {
  return issues ? issues.closed === issues.all : binding > 0 && counts.held + counts.waived === binding;
}

function titleOf({ title, figures }: ReportArea): string {
  return figures === '' ? renderProse(title) : `${renderProse(title)}<br><sub>${renderProse(figures)}</sub>`;
}

function progressOf({ counts, binding, issues }: ReportArea, notYet: string): string {
  const [done, all] = issues ? [issues.closed, issues.all] : [counts.held + counts.waived, binding];
  if (all === 0) return `_${notYet}_`;
  const percent = heldPercent(done, all);
  return `\`${textBar(percent, 10)}\` ${percent} %`;
}

function countsOf({ counts, binding, later, issues }: ReportArea, laterOnes: (count: number) => string): string {
  if (issues) return `${issues.closed} / ${issues.all}`;
  const kinds = (['held', 'waived', 'failed', 'unknown', 'pending'] as const).filter((kind) => counts[kind] > 0);
  const now = binding === 0 ? [] : kinds.map((kind) => `${tallySigns[kind]} ${counts[kind]}`);
  return [...now, ...(later === 0 ? [] : [laterOnes(later)])].join(' · ');
}

/** How many of them look at carried evidence. That it is self-reported is told once and by box: here it would stand in most rows. */
function marked({ ids }: ReportArea, { onCarried }: EvidenceMarks): string {
  const count = ids.filter((id) => onCarried.has(id)).length;
  return count === 0 ? '' : ` · ${markSigns.carried} ${count}`;
}
