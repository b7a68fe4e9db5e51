import { addDays, dayIn } from '../calendar/calendar-day.ts';
import { sprintCalendar } from '../calendar/sprint-calendar.ts';
import { describeScope } from '../people/describe-scope.ts';
import { lastDay } from '../people/end-of-day.ts';
import type { Policy } from '../policy/policy.ts';
import { type RegisterEntry, registerEntries } from '../register/register-entries.ts';
import { registerWords } from '../register/register-words.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { inlineCode, markdownLink } from './markdown.ts';
import { plainProse } from './prose.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';

const maxRows = 20;
/** Where the planned date is over, what ends within so many days is told. */
const soonDays = 30;

export interface EndingsInput {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
}

/** What stands today but ends before the planned date: the release would lose it on the way. Empty where decisions were not read. */
export function reportEndings({ policy, snapshot, pull }: EndingsInput): string {
  if (snapshot.unavailable.some(({ what }) => what === 'decisions')) return '';
  const { now, repository, decisions, seeded } = snapshot;
  const { timezone } = policy.schedule;
  const say = readinessReportWords[policy.locale];
  const planned = plannedDay(policy, pull);
  const today = dayIn(timezone, now);
  const isAhead = planned !== null && planned >= today;
  const before = isAhead ? planned : addDays(today, soonDays);
  const ending = registerEntries({ now, policy, repository, decisions, seeded, openPulls: null }).flatMap(({ over, end, decision }) => {
    const last = over !== null || end === null ? null : lastDay(timezone, end);
    return last === null || last >= before || concernsAnother(decision, pull) ? [] : [{ decision, last }];
  });
  if (ending.length === 0) return '';
  const rows = ending.slice(0, maxRows).map(({ decision, last }) => {
    const reach = describeScope(decision.scope, policy.locale);
    const kind = registerWords[policy.locale].kinds[decision.kind as keyof (typeof registerWords)['en']['kinds']];
    return [`${kind}: ${named(decision, policy)}${reach === '' ? '' : ` (${reach})`}`, inlineCode(decision.by.login), last];
  });
  const rest = ending.length > maxRows ? `\n\n${say.more(ending.length - maxRows)}` : '';
  const title = isAhead ? say.endBefore(planned) : say.endSoon(soonDays);
  return `### ${title}\n\n${renderTable({ header: say.endHeader, rows })}${rest}`;
}

/** What it is about, in the method's words, and a link to where it was accepted. */
function named({ subject, source }: RegisterEntry['decision'], { text }: Policy): string {
  const title = text.criteria[subject]?.title ?? text.checkpoints[subject]?.title ?? subject;
  return markdownLink(plainProse(title).slice(0, 160), source.url);
}

/** The due date of the release's milestone, else the last day of the plan's last sprint. */
function plannedDay(policy: Policy, { milestone }: PullFacts): string | null {
  return milestone?.dueOn ?? sprintCalendar(policy).at(-1)?.end ?? null;
}

/** An override lasts a day, and a hold or a waiver of another pull request says nothing here. */
function concernsAnother({ kind, scope }: RegisterEntry['decision'], pull: PullFacts): boolean {
  if (kind === 'override' || kind === 'hold') return true;
  return scope?.kind === 'pull' && scope.pull !== pull.number;
}
