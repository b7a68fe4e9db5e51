import { describeScope } from '../people/describe-scope.ts';
import { lastDay } from '../people/end-of-day.ts';
import { inlineCode } from '../report/markdown.ts';
import type { Verdict, Waiver } from '../verdict/verdict.ts';
import type { Decision } from '../people/decision.ts';
import { findComponentWaiver, findOwnComponentWaiver } from './find-waiver.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleWords } from './rule-words.ts';
import { unreadDecisions } from './unread-decisions.ts';
import { whoSigns } from './who-signs.ts';

/** A node that passes because somebody with authority let it go. What was found stays below it, and in its children's verdicts. */
export function applyWaiver(verdict: Verdict, waiver: Waiver, { policy }: RuleContext): Verdict {
  const until = lastDay(policy.schedule.timezone, waiver.until);
  const { deadline: _pending, brief: _brief, ...truth } = verdict;
  const reach = describeScope(waiver.scope, policy.locale);
  return {
    ...truth,
    verdict: 'pass',
    code: 'criterion.waived',
    reason: ruleWords[policy.locale].waived({ ...waiver, login: inlineCode(waiver.login), until }, reach),
    next: null,
    // What was found stays below: a leaf rule has no node of its own to keep it.
    children: verdict.children.length > 0 ? verdict.children : [verdict],
    waivedBy: waiver,
  };
}

/** What one component fails may have been waived for it alone; the criterion's other components are judged all the same. */
export function waivedForComponent(verdict: Verdict, component: string, context: RuleContext): Verdict {
  if (verdict.verdict === 'pass' || verdict.verdict === 'not-applicable' || unreadDecisions(context)) return verdict;
  const waiver = findComponentWaiver(component, context);
  return waiver ? applyWaiver(verdict, waiver, context) : noteOwnWaiver(verdict, findOwnComponentWaiver(component, context), context);
}

/** What is not let go says why the waiver that is there does not count, and who may give one that does. */
export function noteOwnWaiver(verdict: Verdict, own: Decision | null, { policy }: RuleContext): Verdict {
  if (own === null || verdict.verdict === 'pending') return verdict;
  const say = ruleWords[policy.locale];
  const reason = `${verdict.reason}. ${say.ownWaiver(inlineCode(own.by.login))}`;
  const who = whoSigns(policy, own.proof.authority) ?? own.proof.authority;
  return { ...verdict, reason, next: [...(verdict.next === null ? [] : [verdict.next]), say.ownWaiverNext(who)].join(' ') };
}
