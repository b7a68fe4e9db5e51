import type { Policy } from '../policy/policy.ts';
import type { Decision } from './decision.ts';

const day = 24 * 60 * 60 * 1000;
const signing: readonly Decision['kind'][] = ['approve', 'approve-with-conditions', 'baseline'];

/** When a sign-off is too old to count, where the policy gives its checkpoint a number of days; null otherwise. */
export function signOffEnd(policy: Policy, { kind, subject, at }: Decision): string | null {
  if (!policy.voids || !signing.includes(kind)) return null;
  // A baseline is of a block.
  const checkpoint = policy.playbook.blocks.find(({ id }) => id === subject)?.checkpoint ?? subject;
  const rule = policy.voids[checkpoint];
  return rule?.on === 'age' ? new Date(Date.parse(at) + rule.days * day).toISOString() : null;
}
