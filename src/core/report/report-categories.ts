import { heldPercent } from '../gates/readiness/held-percent.ts';
import type { Policy } from '../policy/policy.ts';
import { renderProse } from './prose.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';
import { tally, textBar } from './report-gauge.ts';

/** How ready each category is: bar, percentage and counts. It says in a table what the chart draws. */
export function reportCategories(criteria: readonly ReportedCriterion[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const rows = policy.playbook.categories.flatMap((category) => {
    const own = criteria.filter((each) => each.binding === 'binds' && each.category === category);
    if (own.length === 0) return [];
    const counts = tally(own);
    const percent = heldPercent(counts.held + counts.waived, own.length);
    const title = renderProse(policy.text.categories[category]?.title ?? category);
    return [
      [
        title,
        `\`${textBar(percent, 10)}\` ${percent} %`,
        ...[counts.held, counts.waived, counts.failed, counts.unknown, counts.pending].map((count) => (count === 0 ? '·' : String(count))),
      ],
    ];
  });
  if (rows.length === 0) return '';
  return `### ${say.categories}\n\n${renderTable({ header: [say.category, say.progress, '✅', '🔵', '❌', '❓', '⏳'], rows, align: ['l', 'l', 'r', 'r', 'r', 'r', 'r'] })}`;
}
