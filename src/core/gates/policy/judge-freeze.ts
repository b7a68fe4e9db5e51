import { dayIn } from '../../calendar/calendar-day.ts';
import { freezeState } from '../../freeze/freeze-state.ts';
import { sayFreeze } from '../../freeze/say-freeze.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { isRelease } from '../readiness/is-release.ts';
import type { PolicyGateInput } from './policy-gate-input.ts';
import { policyWords } from './policy-words.ts';

/** A freeze holds releases back, unless an authority lets this one through. Other work may merge. */
export function judgeFreeze({ policy, snapshot, pull }: PolicyGateInput): Verdict[] {
  if (policy.freeze.length === 0 && policy.freezeLabel === undefined) return [];
  if (!isRelease(policy, pull, snapshot.knownReleases)) return [];
  const words = policyWords[policy.locale];
  const { now, decisions, freezeIssues } = snapshot;
  const state = freezeState({ policy, now, decisions, ...(freezeIssues === undefined ? {} : { freezeIssues }) }, [pull]);
  const node = { id: 'freeze', title: words.titles.freeze, children: [] };
  if (state.kind === 'none') return [{ ...node, verdict: 'pass', code: 'policy.not-frozen', reason: calm({ policy, snapshot }), next: null }];
  const said = sayFreeze(policy, state);
  const { exception } = state;
  if (exception) {
    const waivedBy = { decision: exception.decision, login: exception.logins.join(', '), reason: exception.reason, until: exception.until };
    return [{ ...node, verdict: 'pass', code: 'policy.freeze-excepted', ...said, waivedBy }];
  }
  if (state.kind === 'unknown') return [{ ...node, verdict: 'cannot-evaluate', code: 'policy.freeze-unknown', ...said }];
  return [{ ...node, verdict: 'fail', code: 'policy.frozen', ...said }];
}

function calm({ policy, snapshot }: Pick<PolicyGateInput, 'policy' | 'snapshot'>): string {
  const words = policyWords[policy.locale];
  const today = dayIn(policy.schedule.timezone, snapshot.now);
  const soon = policy.freeze.filter(({ from }) => from > today).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  return soon ? words.freezeSoon(soon.from, soon.to, soon.reason) : words.notFrozen;
}
