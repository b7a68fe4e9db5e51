import { describeScope } from '../people/describe-scope.ts';
import { lastDay } from '../people/end-of-day.ts';
import { inlineCode } from '../report/markdown.ts';
import type { Verdict, Waiver } from '../verdict/verdict.ts';
import { findComponentWaiver } from './find-waiver.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleWords } from './rule-words.ts';
import { unreadDecisions } from './unread-decisions.ts';

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
  return waiver ? applyWaiver(verdict, waiver, context) : verdict;
}
