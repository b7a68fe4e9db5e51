import type { Evaluation } from '../../../src/core/gates/gate-result.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../../../src/core/verdict/verdict.ts';

/** What was decided about one pull request. */
export interface PullVerdicts {
  readonly number: number;
  readonly title: string;
  readonly verdicts: readonly GateVerdict[];
}

/** What became of the check runs: `refused` where the token may not write them, and `app` where the app does; then the step's own result is all there is. */
export type Posting =
  { readonly kind: 'posted'; readonly writes: number } | { readonly kind: 'advisory' } | { readonly kind: 'refused' } | { readonly kind: 'app' };

/** A pull request as the step judged it. */
export interface Judged {
  readonly snapshot: PullSnapshot;
  readonly evaluation: Evaluation;
  readonly pull: PullVerdicts;
  /** Other open pull requests with the same head: a check is the commit's, so the worst of all decides, as with the app. */
  readonly sameHead: readonly PullVerdicts[];
}

/** A pull request as the step judged it, and how that was told to GitHub. */
export interface ToldJudgement extends Judged {
  readonly posting: Posting;
}
