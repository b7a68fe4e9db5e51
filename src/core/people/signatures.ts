import type { AuthorityRule, Policy } from '../policy/policy.ts';
import { missingAuthority, type MissingAuthority } from './authority-holds.ts';
import type { Decision } from './decision.ts';

export interface Signatures {
  readonly complete: boolean;
  readonly by: readonly Decision[];
  /** What the nearest authority still lacks; null when complete, or when the config names nobody. */
  readonly missing: MissingAuthority | null;
}

/**
 * Adds up the signatures of one subject. They count by the rule that was in force at the last of them, so that a config
 * that asks for more people tomorrow does not unsign what was signed today. Signatures of different authorities do not add up.
 */
export function signatures(policy: Policy, decisions: readonly Decision[], authority: string): Signatures {
  const groups = [...new Set(decisions.map((decision) => decision.proof.authority))];
  for (const group of groups) {
    const by = decisions.filter((decision) => decision.proof.authority === group);
    const rule = by.at(-1)?.proof.rule ?? policy.authorities[group];
    if (rule && missingOf(rule, by) === null) return { complete: true, by, missing: null };
  }
  const rule = policy.authorities[authority];
  const by = decisions.filter((decision) => decision.proof.authority === authority);
  return { complete: false, by, missing: rule ? missingOf(rule, by) : null };
}

function missingOf(rule: AuthorityRule, by: readonly Decision[]): MissingAuthority | null {
  return missingAuthority(
    rule,
    by.map((decision) => ({ id: decision.by.id, via: decision.proof.via })),
  );
}
