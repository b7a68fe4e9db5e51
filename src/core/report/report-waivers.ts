import { dayIn } from '../calendar/calendar-day.ts';
import type { Policy } from '../policy/policy.ts';
import { inlineCode } from './markdown.ts';
import { renderProse } from './prose.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';

const shown = 5;
const maxRows = 40;

/** Who accepted until when that a criterion does not hold. Those that end first come first. */
export function reportWaivers(criteria: readonly ReportedCriterion[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const waived = criteria
    .flatMap(({ verdict }) => (verdict.waivedBy ? [{ title: verdict.title, waiver: verdict.waivedBy }] : []))
    .toSorted((a, b) => (a.waiver.until < b.waiver.until ? -1 : a.waiver.until > b.waiver.until ? 1 : 0));
  if (waived.length === 0) return '';
  const rows = waived
    .slice(0, maxRows)
    .map(({ title, waiver }) => [
      renderProse(title.slice(0, 160)),
      inlineCode(waiver.login),
      dayIn(policy.schedule.timezone, waiver.until),
      renderProse(waiver.reason.slice(0, 300)),
    ]);
  const rest = waived.length > maxRows ? `\n\n${say.more(waived.length - maxRows)}` : '';
  const first = `### ${say.waivers}\n\n${renderTable({ header: say.waiverHeader, rows: rows.slice(0, shown) })}`;
  if (rows.length <= shown) return first;
  return `${first}\n\n<details>\n<summary>${say.moreRows(waived.length - shown)}</summary>\n\n${renderTable({ header: say.waiverHeader, rows: rows.slice(shown) })}${rest}\n\n</details>`;
}
