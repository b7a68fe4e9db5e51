import type { Criterion } from '../playbook/playbook-schema.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { blockName } from './block-name.ts';
import { criterionWords } from './criterion-words.ts';
import { evaluateCriterion } from './evaluate-criterion.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { scopeExclusion } from './scope-exclusion.ts';

/** Whether a criterion counts now: it binds, will from a later block on, is asked for a later target, or does not apply here. */
export type Binding = 'binds' | 'not-yet' | 'later-target' | 'not-applicable';

export interface CriterionVerdict {
  readonly criterion: Criterion;
  readonly binding: Binding;
  readonly verdict: Verdict;
}

export interface CriteriaChoice {
  /** Only the criteria that this gate judges; left out, all. */
  readonly gate?: string;
  /** Id of what one wants to be ready for; left out, the policy's. */
  readonly target?: string;
}

/**
 * Judges the playbook's criteria in its order. A criterion binds from its block on, by the later of the repository's block
 * and the pull request's; those that do not bind are not applicable, each with its reason.
 */
export function evaluateCriteria(context: RuleContext, choice: CriteriaChoice = {}): CriterionVerdict[] {
  const target = choice.target ?? context.policy.release.target;
  return context.policy.playbook.criteria
    .filter((criterion) => choice.gate === undefined || criterion.gate === choice.gate)
    .map((criterion) => {
      const binding = bindingOf(criterion, context, target);
      const verdict =
        binding === 'binds'
          ? evaluateCriterion(criterion, context, evaluateRule)
          : informed(criterion, { verdict: leftOut(criterion, binding, context), shown: choice.gate !== undefined && binding === 'not-yet' }, context);
      // A rule may find only now that nothing here is of its kind.
      return { criterion, binding: verdict.verdict === 'not-applicable' && binding === 'binds' ? 'not-applicable' : binding, verdict };
    });
}

function bindingOf(criterion: Criterion, context: RuleContext, target: string): Binding {
  const { playbook } = context.policy;
  if (scopeExclusion(criterion, context.policy)) return 'not-applicable';
  // An unknown target or block leaves nothing out: a misspelt word must not open the gate.
  const wanted = playbook.targets.indexOf(target);
  if (wanted >= 0 && playbook.targets.indexOf(criterion.target) > wanted) return 'later-target';
  return playbook.blocks.findIndex((block) => block.id === criterion.block) > context.block ? 'not-yet' : 'binds';
}

/** On the gate that will judge it, a criterion is informational before it binds: it says how it stands, and counts for nothing. */
function informed(criterion: Criterion, { verdict, shown }: { verdict: Verdict; shown: boolean }, context: RuleContext): Verdict {
  if (!shown) return verdict;
  const say = criterionWords[context.policy.locale];
  const today = evaluateCriterion(criterion, context, evaluateRule);
  if (today.verdict === 'not-applicable') return verdict;
  return { ...verdict, reason: `${verdict.reason}. ${today.verdict === 'pass' ? say.already : say.asOfNow(today.reason)}` };
}

function leftOut(criterion: Criterion, binding: Exclude<Binding, 'binds'>, context: RuleContext): Verdict {
  const { policy } = context;
  const say = criterionWords[policy.locale];
  const node = { id: criterion.id, title: policy.text.criteria[criterion.id]?.title ?? criterion.id, verdict: 'not-applicable' as const };
  if (binding === 'not-yet') return ruleNode({ ...node, code: 'criterion.not-yet', reason: say.notYet(blockName(policy, criterion.block)) });
  if (binding === 'later-target')
    return ruleNode({ ...node, code: 'criterion.later-target', reason: say.laterTarget(policy.text.targets[criterion.target]?.title ?? criterion.target) });
  const exclusion = scopeExclusion(criterion, policy) ?? 'scope.tier';
  return ruleNode({ ...node, code: exclusion, reason: say.scope[exclusion] });
}
