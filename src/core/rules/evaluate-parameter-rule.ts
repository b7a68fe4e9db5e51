import type { Verdict } from '../verdict/verdict.ts';
import { knowsParameter, parameterTitle } from './resolve-figure.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { ruleWords } from './rule-words.ts';

export type ParameterRule = Extract<Rule, { parameter: unknown }>;

/** The team has set a figure that the method leaves open. Unset, it cannot be evaluated. */
export function evaluateParameterRule(rule: ParameterRule, context: RuleContext): Verdict {
  const id = rule.parameter.set;
  const { policy } = context;
  const say = ruleWords[policy.locale];
  const node = { id: `parameter.${id}`, title: parameterTitle(policy, id) };
  if (!knowsParameter(policy, id))
    return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'parameter.unknown', reason: say.unknownParameter(id), next: say.mendPlaybook });
  const value = policy.parameters[id] ?? null;
  if (value === null || value === '')
    return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'parameter.unset', reason: say.unsetParameter(node.title), next: say.setParameter(id) });
  return ruleNode({ ...node, verdict: 'pass', code: 'parameter.set', reason: say.parameterSet(node.title, String(value)) });
}
