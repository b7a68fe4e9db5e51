import type { StrandedCheck } from './stranded-checks.ts';
import type { BranchRules, UnenforcedGate } from './unenforced-gates.ts';

/** Whether GitHub truly waits for the gates that block, as it says itself. */
export interface Enforcement {
  /** Null where the repository's plan has no rules at all, so that nothing is required. */
  readonly branches: readonly BranchRules[] | null;
  readonly unenforced: readonly UnenforcedGate[];
  /** Required checks that never come. */
  readonly stranded: readonly StrandedCheck[];
  /** Patterns of branches for which it was not looked up. */
  readonly unverified: readonly string[];
}

/** Whether each blocking gate is required from us. Nothing looked up proves nothing. */
export function isEnforced({ branches, unenforced }: Enforcement): boolean {
  return branches !== null && branches.length > 0 && unenforced.length === 0;
}
