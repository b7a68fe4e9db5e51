import type { WaiverScope } from '../people/waiver-scope.ts';
import type { Enforcement } from './enforcement.ts';

/** How a rule, a criterion or a gate came out. Unknown is never `pass`. */
export type Outcome = 'pass' | 'fail' | 'pending' | 'not-applicable' | 'cannot-evaluate';

/** Who accepted that a node does not hold, and until when (ISO date-time). */
export interface Waiver {
  readonly decision: string;
  readonly login: string;
  readonly reason: string;
  readonly until: string;
  /** How far it reaches; left out, as far as its criterion. */
  readonly scope?: WaiverScope;
  /** What is done instead. */
  readonly control?: string;
}

/**
 * One node of a verdict tree: what was required, what was seen and what would turn it green.
 * `code` is the stable identifier behind `reason`; `reason` and `next` are in the policy's locale.
 */
export interface Verdict {
  readonly id: string;
  readonly title: string;
  readonly verdict: Outcome;
  readonly code: string;
  readonly reason: string;
  /** What to do to turn it green, and who acts; null when there is nothing to do. */
  readonly next: string | null;
  readonly children: readonly Verdict[];
  /** The reason in some 60 characters, for the one line that a list of checks shows; left out where `reason` is as short. */
  readonly brief?: string;
  /** A waived node passes; the tree below it keeps the true verdicts. */
  readonly waivedBy?: Waiver;
  /** ISO time at which the node changes by itself: `pending` becomes `cannot-evaluate`, and so does a `pass` on a measurement that grows too old. */
  readonly deadline?: string;
}

/** The verdict of one gate on one commit: the root of a tree. `gate` is the playbook's gate id, e.g. `coverage`. */
export interface GateVerdict extends Verdict {
  readonly gate: string;
  /** What the configuration makes of it; left out, it blocks. */
  readonly enforcement?: Enforcement;
}
