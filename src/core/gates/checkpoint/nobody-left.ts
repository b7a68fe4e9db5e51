import type { AuthorityHolders } from '../../people/authority-proof.ts';
import { authorityHolds } from '../../people/authority-holds.ts';
import type { Policy } from '../../policy/policy.ts';

/** Who may still sign a checkpoint: holders of its authority without part in its work. */
export interface EligibleSigners {
  readonly people: AuthorityHolders['people'];
  /** False when holders or work could not be read to the end: then nobody may conclude that nobody is left. */
  readonly complete: boolean;
}

/** Whether it is known that the people left over cannot make up the checkpoint's authority any more. */
export function nobodyLeft(policy: Policy, authority: string, eligible: EligibleSigners | undefined): boolean {
  const rule = policy.authorities[authority];
  if (!rule || !eligible?.complete) return false;
  return !authorityHolds(rule, eligible.people);
}
