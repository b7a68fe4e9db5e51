import { timeIn } from '../calendar/time-in.ts';
import { activeOverride } from '../people/active-override.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { problemMessage } from '../policy/parse-config.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { inlineCode } from './markdown.ts';
import { renderProse } from './prose.ts';
import { reportWords } from './report-words.ts';

export interface NoticeInput {
  readonly policy: Policy | null;
  readonly snapshot: PullSnapshot;
  readonly outside: readonly PullFacts[];
}

/** What tops a report whatever its verdict: overrides of this commit, a broken configuration, what could not be read. Markdown. */
export function checkNotices(input: NoticeInput, locale: Locale): string[] {
  const say = reportWords[locale];
  const { snapshot } = input;
  const outside = input.outside.length === 0 ? [] : [say.outside(input.outside.map((pull) => `#${pull.number}`).join(', '))];
  return [...overrides(input, locale), ...configuration(snapshot, locale), ...unavailable(snapshot, locale), ...outside];
}

function overrides({ policy, snapshot }: NoticeInput, locale: Locale): string[] {
  const active = snapshot.pulls.flatMap((pull) => activeOverride(snapshot.decisions, { number: pull.number, headSha: pull.head.sha, now: snapshot.now }) ?? []);
  return active.map((decision) => {
    const until = decision.until === null ? '—' : timeIn(policy?.schedule.timezone ?? 'UTC', decision.until);
    return `⚠️ ${reportWords[locale].override(inlineCode(decision.by.login), until, renderProse(decision.reason ?? '—'))}`;
  });
}

function configuration(snapshot: PullSnapshot, locale: Locale): string[] {
  const state = snapshot.policy;
  if (state.kind !== 'in-force' || !state.lastGood) return [];
  const first = state.problems[0];
  const place = first ? `${inlineCode(`${first.file}:${first.line}:${first.column}`)} ${renderProse(problemMessage(first, locale))}` : '';
  return [`⚠️ ${reportWords[locale].lastGood(state.problems.length, place)}`];
}

/** What could not be read, once for each reason. */
function unavailable(snapshot: PullSnapshot, locale: Locale): string[] {
  const say = reportWords[locale];
  const byReason = new Map<string, string[]>();
  for (const { what, why } of snapshot.unavailable) byReason.set(why, [...(byReason.get(why) ?? []), say.unread[what] ?? what]);
  return [...byReason].slice(0, 10).map(([why, what]) => renderProse(say.unavailable([...new Set(what)].join(', '), why)));
}
