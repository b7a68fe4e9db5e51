import type { Enforcement } from '../enforce/enforcement.ts';
import type { OverwrittenCheck } from '../enforce/overwritten-check.ts';
import type { Decision } from '../people/decision.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts, RepositoryFacts } from '../snapshot/facts.ts';

/** All that the register tells of, with the time. */
export interface RegisterFacts {
  readonly now: string;
  readonly policy: Policy;
  readonly repository: RepositoryFacts;
  readonly decisions: readonly Decision[];
  /** Issues of ours: of checkpoints, and of conditions. */
  readonly seeded: readonly IssueFacts[];
  /** Numbers of the open pull requests: a hold of another is over. Null where that is not known. */
  readonly openPulls: readonly number[] | null;
  /** Whether GitHub waits for the gates. Null: it did not say. Left out: it was not asked. */
  readonly enforcement?: Enforcement | null;
  readonly overwritten?: readonly OverwrittenCheck[];
}
