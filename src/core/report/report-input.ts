import type { Evaluation } from '../gates/gate-result.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';

/** All that a readiness report is made of. */
export interface ReadinessReportInput {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  readonly evaluation: Evaluation;
  /** Text of the report before this one, from between our markers; null when there is none. */
  readonly previous: string | null;
}
