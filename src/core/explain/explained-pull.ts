import type { Provenance } from '../evidence/bundle/bundle.ts';
import type { DecidedPull } from '../ledger/decided-pull.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { Explanation } from './explain-gate.ts';

/** A gate as it was decided, explained. Without a configuration in force there are neither actions nor values behind it. */
export interface ExplainedGate extends Explanation {
  readonly checkName: string;
  readonly enforcement: Enforcement;
}

/** An upload that a decision rests on. */
export interface ExplainedUpload {
  readonly name: string;
  /** Of the head commit, of the commit it is held against, or of one whose figures are carried forward. */
  readonly of: 'head' | 'base' | 'earlier';
  readonly commit: string;
  readonly workflow: string;
  readonly event: string;
  readonly run: number;
  readonly attempt: number;
  readonly completedAt: string;
  readonly provenance: Provenance;
  /** Digest of what was read of it; null where that is not known. */
  readonly sha256: string | null;
  readonly bytes: number | null;
}

/** What may be supposed of a pull request, by what it was judged with. */
export interface Offers {
  readonly checkpoints: readonly { readonly id: string; readonly title: string }[];
  /** Criteria that do not hold, worst first. */
  readonly criteria: readonly { readonly id: string; readonly title: string; readonly attestable: boolean }[];
  readonly components: readonly { readonly id: string; readonly floor: number }[];
  /** How many more of each there are. */
  readonly more: { readonly criteria: number; readonly components: number };
  readonly milestones: readonly { readonly id: string; readonly title: string }[];
  readonly labels: readonly string[];
}

/** All that a page tells of one decision about a pull request: from the ledger alone. */
export interface ExplainedPull extends Omit<DecidedPull, 'gates' | 'evidence'> {
  /** In which the verdicts are worded. */
  readonly locale: Locale;
  /** Those that may hold it back before those that only warn, and of each the worst first. */
  readonly gates: readonly ExplainedGate[];
  /** Null where what was seen is not kept whole any more. */
  readonly seen: SeenPull | null;
  readonly offers: Offers | null;
}

export interface SeenPull {
  /** The time of the snapshot. */
  readonly at: string;
  readonly url: string | null;
  readonly repositoryUrl: string;
  readonly base: string | null;
  readonly branch: string | null;
  readonly labels: readonly string[];
  readonly milestone: string | null;
  readonly uploads: readonly ExplainedUpload[];
  readonly refused: readonly { readonly upload: string; readonly run: number; readonly reason: string }[];
  readonly running: readonly string[];
  /** Check runs of others. */
  readonly checks: readonly { readonly name: string; readonly app: string | null; readonly status: string; readonly conclusion: string | null }[];
  /** Files of the commit, null when GitHub could not list them; and how many of them the pull request changes. */
  readonly tree: { readonly files: number | null; readonly changed: number };
  readonly configuration: { readonly lastGood: boolean; readonly problems: number };
  readonly unavailable: readonly { readonly what: string; readonly why: string }[];
}
