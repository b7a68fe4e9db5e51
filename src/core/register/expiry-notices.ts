import { dayIn, daysBetween } from '../calendar/calendar-day.ts';
import { wrapMarked } from '../markers/marker.ts';
import { lastDay } from '../people/end-of-day.ts';
import { issueOfSubject } from '../people/issue-of-subject.ts';
import { expiryText } from './expiry-text.ts';
import { type RegisterEntry, registerEntries } from './register-entries.ts';
import type { RegisterFacts } from './register-facts.ts';

const lead = 7 * 86_400_000;

/** The comment that says, seven days before, that a decision is about to end. */
export interface ExpiryNotice {
  readonly issue: number;
  readonly markerId: string;
  readonly body: string;
}

/** The marker id of the notice that a decision is about to end. */
export function expiryMarkerId(decision: string): string {
  return `expiry.${decision}`;
}

/** What is to be said now, once for each decision: on its checkpoint's or pull request's issue, else where it was written. */
export function expiryNotices(facts: RegisterFacts): ExpiryNotice[] {
  const { policy, now, seeded } = facts;
  return ending(facts)
    .filter(({ noticeAt }) => noticeAt <= Date.parse(now))
    .map(({ entry, end }) => {
      const { decision } = entry;
      const markerId = expiryMarkerId(decision.id);
      const last = lastDay(policy.schedule.timezone, end);
      const left = daysBetween(dayIn(policy.schedule.timezone, now), last);
      const issue = issueOfSubject(policy, seeded, decision.subject) ?? decision.source.issue;
      return { issue, markerId, body: wrapMarked(policy.unit, markerId, expiryText(policy, decision, { last, left })) };
    });
}

/** The next instant at which the register says something else, or a notice is due; null when nothing stands that ends. */
export function nextRegisterLook(facts: RegisterFacts): string | null {
  const now = Date.parse(facts.now);
  const ends = registerEntries(facts).flatMap(({ over, end }) => (over === null && end !== null ? [Date.parse(end)] : []));
  const later = [...ends, ...ending(facts).map(({ noticeAt }) => noticeAt)].filter((at) => at > now);
  return later.length === 0 ? null : new Date(Math.min(...later)).toISOString();
}

/** What stands and ends by itself later than seven days after it was written: who signs for less knows it without being told. */
function ending(facts: RegisterFacts): { entry: RegisterEntry; end: string; noticeAt: number }[] {
  return registerEntries(facts).flatMap((entry) => {
    const { decision, end, over } = entry;
    if (end === null || over !== null || decision.kind === 'override') return [];
    const noticeAt = Date.parse(end) - lead;
    return Date.parse(decision.at) < noticeAt ? [{ entry, end, noticeAt }] : [];
  });
}
