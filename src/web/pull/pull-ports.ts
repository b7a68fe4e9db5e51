import type { Edits } from '../../core/explain/edits.ts';
import type { ExplainedPull } from '../../core/explain/explained-pull.ts';
import type { Supposed } from '../../core/explain/suppose-pull.ts';
import type { Enforcement } from '../../core/verdict/enforcement.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';

/** One decision in the history of a pull request. */
export interface JudgedLine {
  readonly seq: number;
  readonly at: string;
  readonly digest: string;
  /** Under whose key: the pull request's own, that of another with the same head, or a merge group. */
  readonly by: 'own' | 'shared' | 'group';
  /** What it said is erased (and since when), or is not what was decided; else null. */
  readonly lost: { readonly why: 'erased'; readonly at: string | null } | { readonly why: 'changed' } | null;
  /** Null where no check was written for it. */
  readonly head: string | null;
  readonly gates: readonly { readonly gate: string; readonly enforcement: Enforcement; readonly outcome: Outcome }[];
}

export interface JudgedHistory {
  /** Newest first. */
  readonly lines: readonly JudgedLine[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

export interface PullTarget {
  readonly repository: number;
  readonly pull: number;
}

/** Why there is no answer: what was seen or an upload is gone, it took too long, or too many ask. */
export type Unsupposed =
  { readonly why: 'gone' | 'slow' | 'busy' } | { readonly why: 'upload'; readonly upload: string } | { readonly why: 'impossible'; readonly message: string };

export type SupposedAnswer = { readonly supposed: Supposed; readonly readAnew: readonly string[] } | { readonly not: Unsupposed };

/** What the page of a pull request reads: the ledger and the store, never GitHub. Nothing is written. */
export interface PullPorts {
  /** Decisions before an entry, or the newest. */
  readonly history: (target: PullTarget, before: number | null) => Promise<JudgedHistory>;
  /** One decision explained; null where it is none about this pull request, or what it said is gone. */
  readonly explained: (target: PullTarget, seq: number) => Promise<ExplainedPull | 'slow' | null>;
  /** Judges what a decision saw, as it was and with edits. */
  readonly suppose: (target: PullTarget, seq: number, edits: Edits) => Promise<SupposedAnswer>;
  /** Where the repository's ledger ends. */
  readonly ledgerHead: (repository: number) => Promise<{ readonly seq: number; readonly digest: string } | null>;
  /** Whether webhooks told of it as an open pull request. */
  readonly isKnown: (target: PullTarget) => Promise<boolean>;
}
