import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../../src/core/verdict/verdict.ts';

/** A pull request as the step judged it. */
export interface Judged {
  readonly snapshot: PullSnapshot;
  readonly number: number;
  readonly verdicts: readonly GateVerdict[];
  /** The author of the pull request can edit the workflow that ran. */
  readonly advisory: boolean;
}
