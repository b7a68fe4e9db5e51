import type { Verdict } from '../verdict/verdict.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';

export type CheckpointRule = Extract<Rule, { checkpoint: unknown }>;

/** A checkpoint is signed off. A signature that is missing fails: it waits for a person, who is named. */
export function evaluateCheckpointRule(rule: CheckpointRule, context: RuleContext): Verdict {
  return ruleNode({ id: `checkpoint.${rule.checkpoint}`, ...context.checkpoint(rule.checkpoint) });
}
