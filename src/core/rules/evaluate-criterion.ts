import type { Criterion } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { applyWaiver, noteOwnWaiver } from './apply-waiver.ts';
import { criterionWords } from './criterion-words.ts';
import { findOwnWaiver, findWaiver } from './find-waiver.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { ruleWords } from './rule-words.ts';
import { scopeExclusion } from './scope-exclusion.ts';
import { unreadDecisions } from './unread-decisions.ts';

export type RuleEvaluator = (rule: Rule, context: RuleContext) => Verdict;

/**
 * Judges one criterion, whether it binds yet or not: out of scope it does not apply; a valid waiver makes it pass while
 * the tree below keeps the true verdicts. `evaluate` is handed in, since rules refer to criteria and criteria hold rules.
 */
export function evaluateCriterion(criterion: Criterion, context: RuleContext, evaluate: RuleEvaluator): Verdict {
  const { policy } = context;
  const say = ruleWords[policy.locale];
  const node = { id: criterion.id, title: policy.text.criteria[criterion.id]?.title ?? criterion.id };
  if (context.path.includes(criterion.id)) {
    const path = [...context.path.slice(context.path.indexOf(criterion.id)), criterion.id].join(' → ');
    return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'criterion.cycle', reason: say.cycle(path), next: say.mendPlaybook });
  }
  const exclusion = scopeExclusion(criterion, policy);
  if (exclusion) return ruleNode({ ...node, verdict: 'not-applicable', code: exclusion, reason: criterionWords[policy.locale].scope[exclusion] });
  const judged = evaluate(criterion.rule, { ...context, path: [...context.path, criterion.id] });
  return waived({ ...judged, ...node, children: judged.children }, context);
}

/** What fails may have been waived: where that cannot be told, neither can the criterion. What was found stays below. */
function unknownWaiver(verdict: Verdict, why: string, policy: Policy): Verdict {
  const reason = ruleWords[policy.locale].waiverUnknown(verdict.reason, why);
  return {
    ...verdict,
    verdict: 'cannot-evaluate',
    code: 'criterion.waiver-unknown',
    reason,
    children: verdict.children.length > 0 ? verdict.children : [verdict],
  };
}

function waived(verdict: Verdict, context: RuleContext): Verdict {
  if (verdict.verdict === 'pass' || verdict.verdict === 'not-applicable') return verdict;
  const { policy } = context;
  const unread = unreadDecisions(context);
  if (unread) return verdict.verdict === 'fail' ? unknownWaiver(verdict, unread.why, policy) : verdict;
  const waiver = findWaiver(verdict.id, context);
  return waiver ? applyWaiver(verdict, waiver, context) : noteOwnWaiver(verdict, findOwnWaiver(verdict.id, context), context);
}
