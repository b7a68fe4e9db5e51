import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { world, type WorldInput } from './rule-world.ts';

/** What a reader of a verdict is told; `parts` and `until` only where there are any. */
export interface Told {
  readonly is: string;
  readonly why: string;
  readonly next: string | null;
  readonly until?: string;
  readonly parts?: readonly string[];
}

export function toldOf({ verdict, code, reason, next, deadline, children }: Verdict): Told {
  return {
    is: `${verdict} ${code}`,
    why: reason,
    next,
    ...(deadline === undefined ? {} : { until: deadline }),
    ...(children.length === 0 ? {} : { parts: children.map((child) => `${child.id} ${child.verdict}`) }),
  };
}

/** A rule, written as in a playbook, judged in a world; `path` are the criteria around it. */
export function judge(rule: unknown, changes: WorldInput = {}, path: readonly string[] = []): Verdict {
  return evaluateRule(ruleSchema.parse(rule), { ...world(changes).context, path });
}

/** What a reader is told of a rule. */
export function tell(rule: unknown, changes: WorldInput = {}, path: readonly string[] = []): Told {
  return toldOf(judge(rule, changes, path));
}
