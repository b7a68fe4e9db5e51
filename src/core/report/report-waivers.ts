import type { Policy } from '../policy/policy.ts';
import { describeScope } from '../people/describe-scope.ts';
import { lastDay } from '../people/end-of-day.ts';
import type { Verdict, Waiver } from '../verdict/verdict.ts';
import { inlineCode } from './markdown.ts';
import { renderProse } from './prose.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';

const shown = 5;
const maxRows = 40;

/** Who accepted until when that a criterion does not hold, and how far that reaches. Those that end first come first. */
export function reportWaivers(criteria: readonly ReportedCriterion[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const found = criteria.flatMap(({ verdict }) => waiversIn(verdict).map((waiver) => ({ title: verdict.title, waiver, isOwn: verdict.waivedBy === waiver })));
  // One decision is one row: that of the criterion which it waives, and not of those that look at it.
  const waived = [...Map.groupBy(found, ({ waiver }) => waiver.decision).values()]
    .flatMap((same) => same.find(({ isOwn }) => isOwn) ?? same.slice(0, 1))
    .toSorted((a, b) => (a.waiver.until < b.waiver.until ? -1 : a.waiver.until > b.waiver.until ? 1 : 0));
  if (waived.length === 0) return '';
  const rows = waived
    .slice(0, maxRows)
    .map(({ title, waiver }) => [
      renderProse(title.slice(0, 160)),
      describeScope(waiver.scope, policy.locale) || say.everything,
      inlineCode(waiver.login),
      lastDay(policy.schedule.timezone, waiver.until),
      reasonOf(waiver, policy),
    ]);
  const rest = waived.length > maxRows ? `\n\n${say.more(waived.length - maxRows)}` : '';
  const first = `### ${say.waivers}\n\n${renderTable({ header: say.waiverHeader, rows: rows.slice(0, shown) })}`;
  if (rows.length <= shown) return first;
  return `${first}\n\n<details>\n<summary>${say.moreRows(waived.length - shown)}</summary>\n\n${renderTable({ header: say.waiverHeader, rows: rows.slice(shown) })}${rest}\n\n</details>`;
}

/** Those of the criterion, and those for components alone, which stand below it; each decision once. */
function waiversIn(verdict: Verdict): Waiver[] {
  const found = [verdict.waivedBy, ...(verdict.waivedBy ? [] : verdict.children.flatMap(waiversIn))].filter((waiver) => waiver !== undefined);
  return [...new Map(found.map((waiver) => [waiver.decision, waiver])).values()];
}

function reasonOf({ reason, control }: Waiver, { locale }: Policy): string {
  const said = renderProse(reason.slice(0, 300));
  return control === undefined ? said : `${said}<br>${readinessReportWords[locale].instead}: ${renderProse(control.slice(0, 300))}`;
}
