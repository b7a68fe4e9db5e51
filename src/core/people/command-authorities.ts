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

/** The tier in which a waiver is for whoever stands above those who would otherwise decide. */
const strictestTier = 1;

/**
 * Who may waive a criterion: who may attest it, else who signs its block's checkpoint; escalation in any case. In Tier 1 it is
 * one level above them: the tier's authority, and where that is the one who decides already, escalation alone.
 */
export function waiverAuthorities(policy: Policy, criterionId: string): string[] {
  const attesters = attestationsOf(policy, criterionId).map(({ authority }) => authority);
  const criterion = policy.playbook.criteria.find(({ id }) => id === criterionId);
  const checkpoint = policy.playbook.checkpoints.find(({ block }) => block === criterion?.block);
  const own = attesters.length > 0 ? attesters : checkpoint ? [authorityIdFor(policy, checkpoint)] : [];
  if (policy.tier !== strictestTier) return [...new Set([...own, escalationAuthority])];
  const ofTier = tierAuthorities(policy);
  return own.some((id) => ofTier.includes(id)) ? [escalationAuthority] : [...new Set([...ofTier, escalationAuthority])];
}

/** Who may override or adopt a baseline: the authorities that the method names for the tier, and escalation. */
export function overrideAuthorities(policy: Policy): string[] {
  return [...new Set([...tierAuthorities(policy), escalationAuthority])];
}

function tierAuthorities(policy: Policy): string[] {
  return policy.playbook.authorities.filter(({ tiers }) => tiers?.includes(policy.tier)).map(({ id }) => id);
}

/** Who may approve that a configuration asks for less: whom the organisation's file names, else who may override. */
export function weakeningAuthorities(policy: Policy): string[] {
  return policy.weakeningBy === undefined ? overrideAuthorities(policy) : [policy.weakeningBy];
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
