import type { Policy } from '../policy/policy.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';

/** What each gate judges: one pull request, as the snapshot of its head commit shows it. */
export interface GateInput {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  /** Set where `policy` holds only some of the components: the one with all of them, by which files are placed. */
  readonly whole?: Policy;
  /** The playbook's id of the gate. */
  readonly gate: string;
}
