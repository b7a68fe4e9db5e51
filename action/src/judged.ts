import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../../src/core/verdict/verdict.ts';

/** What was decided about one pull request. */
export interface PullVerdicts {
  readonly number: number;
  readonly title: string;
  readonly verdicts: readonly GateVerdict[];
}

/** A pull request as the step judged it. */
export interface Judged {
  readonly snapshot: PullSnapshot;
  readonly pull: PullVerdicts;
  /** Other open pull requests with the same head: a check is the commit's, so the worst of all decides, as with the app. */
  readonly sameHead: readonly PullVerdicts[];
  /** The author of the pull request can edit the workflow that ran. */
  readonly advisory: boolean;
}
