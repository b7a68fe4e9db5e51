import { authorityIdFor } from '../policy/authority-id-for.ts';
import type { Policy } from '../policy/policy.ts';
import type { Rule } from '../rules/rule.ts';

/** Authority that may sign when independence leaves nobody else, and may always override: by this id in every playbook. */
export const escalationAuthority = 'escalation';

export interface AttestationTerms {
  readonly authority: string;
  readonly validDays: number;
}

/** The attestations that a criterion's rule accepts, those of criteria it refers to included. Empty: evidence alone decides. */
export function attestationsOf(policy: Policy, criterionId: string): AttestationTerms[] {
  return collect(policy, criterionId, new Set());
}

/** Who may waive a criterion: who may attest it, else who signs its block's checkpoint; escalation in any case. */
export function waiverAuthorities(policy: Policy, criterionId: string): string[] {
  const attesters = attestationsOf(policy, criterionId).map(({ authority }) => authority);
  const criterion = policy.playbook.criteria.find(({ id }) => id === criterionId);
  const checkpoint = policy.playbook.checkpoints.find(({ block }) => block === criterion?.block);
  const own = attesters.length > 0 ? attesters : checkpoint ? [authorityIdFor(policy, checkpoint)] : [];
  return [...new Set([...own, escalationAuthority])];
}

/** Who may override or adopt a baseline: the authorities that the method names for the tier, and escalation. */
export function overrideAuthorities(policy: Policy): string[] {
  const ofTier = policy.playbook.authorities.filter(({ tiers }) => tiers?.includes(policy.tier)).map(({ id }) => id);
  return [...new Set([...ofTier, escalationAuthority])];
}

/** Every authority that the config gives people to. */
export function anyAuthorities(policy: Policy): string[] {
  return Object.keys(policy.authorities);
}

function collect(policy: Policy, criterionId: string, seen: Set<string>): AttestationTerms[] {
  const criterion = policy.playbook.criteria.find(({ id }) => id === criterionId);
  if (!criterion || seen.has(criterionId)) return [];
  seen.add(criterionId);
  return inRule(policy, criterion.rule, seen);
}

function inRule(policy: Policy, rule: Rule, seen: Set<string>): AttestationTerms[] {
  if ('all' in rule) return rule.all.flatMap((part) => inRule(policy, part, seen));
  if ('any' in rule) return rule.any.flatMap((part) => inRule(policy, part, seen));
  if ('not' in rule) return inRule(policy, rule.not, seen);
  if ('attestation' in rule) return [rule.attestation];
  return 'criterion' in rule ? collect(policy, rule.criterion, seen) : [];
}
