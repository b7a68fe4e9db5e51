import { dayIn } from '../calendar/calendar-day.ts';
import type { Policy } from '../policy/policy.ts';
import { inlineCode } from './markdown.ts';
import { renderProse } from './prose.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { type Mark, markKey, markOf, readMarks, type ReportState } from './report-state.ts';

const shown = 12;

/** What changed since the report before: newly held, lost, newly bound. */
export function reportChanges(state: ReportState | null, criteria: readonly ReportedCriterion[], policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  if (!state) return '';
  if (!state.since) return `_${say.first}_`;
  const { since } = state;
  const was = readMarks(since.was);
  const changed = criteria.flatMap((each) => {
    const before = was.get(markKey(each.verdict.id));
    return before === undefined ? [] : [{ title: each.verdict.title, before, after: markOf(each) }];
  });
  const groups = [say.nowHold, say.nowWaived, say.noLonger, say.newlyAsked, say.otherwise].map((label, index) => ({
    label,
    titles: changed.filter((change) => groupOf(change) === index).map(({ title }) => title),
  }));
  const lines = groups.filter(({ titles }) => titles.length > 0).map(({ label, titles }) => `- **${label} (${titles.length}):** ${list(titles, policy)}`);
  const percent = since.percent === state.percent ? '' : say.percentChange(since.percent, state.percent);
  const heading = `### ${say.changes(dayIn(policy.schedule.timezone, since.at), inlineCode(since.sha.slice(0, 7)))}`;
  return [heading, [percent, lines.length === 0 ? say.noChanges : ''].filter(Boolean).join(' '), lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

function groupOf({ before, after }: { before: Mark; after: Mark }): number {
  const held = (mark: Mark): boolean => mark === 'p' || mark === 'w';
  const absent = (mark: Mark): boolean => mark === 'n' || mark === 'x';
  if (after === 'w') return 1;
  if (held(after) && !held(before)) return 0;
  if (held(before) && !held(after) && !absent(after)) return 2;
  return absent(before) && !absent(after) ? 3 : 4;
}

function list(titles: readonly string[], policy: Policy): string {
  const names = titles
    .slice(0, shown)
    .map((title) => renderProse(title.slice(0, 120)))
    .join('; ');
  return titles.length > shown ? `${names}; ${readinessReportWords[policy.locale].more(titles.length - shown)}` : names;
}
