import type { BundleHead, EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';
import type { PackedSnapshot } from '../../core/ledger/packed-snapshot.ts';
import type { ChainHead } from '../../core/ledger/verify-chain.ts';
import type { JudgedBy, Judgement } from '../../core/plan/judge-head.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { OverwrittenCheck } from '../../core/enforce/overwritten-check.ts';
import type { Key } from '../../core/keys/key.ts';
import type { Write } from '../../core/plan/write.ts';

/** What is written into the ledger: what was decided and planned before a write, how it ended after it. */
export interface LedgerRecord {
  readonly repository: number;
  readonly kind: 'decision' | 'outcome';
  /** The key that was reconciled, e.g. `9412/pull/12`. */
  readonly subject: string;
  readonly at: string;
  readonly payload: unknown;
  /** What was seen, where a decision rests on it. */
  readonly snapshots?: readonly PackedSnapshot[];
}

/** The engine's side of the ledger. `append` answers the new end of the repository's chain. */
export interface Ledger {
  append(record: LedgerRecord): Promise<ChainHead>;
}

/** A commit to look at. A merge group's pull requests come from the queue: none of them has its commit as head. */
export interface SnapshotTarget {
  readonly repository: RepositoryFacts;
  readonly headSha: string;
  readonly group?: { readonly pulls: readonly number[]; readonly evidenceBy: string };
  /** The pull requests, open or not, that brought a commit which is to be deployed. Empty: it is judged by itself. */
  readonly deployed?: { readonly pulls: readonly number[] };
  /** The commit is looked at for how the repository stands: it is judged by itself. */
  readonly tip?: true;
  /** The pull request that brought us here: it and all around it are then seen in one look. */
  readonly asked?: number;
}

/** What reconciling a head commit needs of the world. */
export interface PullPorts<Bundle extends BundleHead = EvidenceBundle> {
  readonly now: () => string;
  readonly ledger: Ledger;
  /** The version of this engine, for the ledger. */
  readonly engineVersion: string;
  /** Keeps what a policy says, once for each digest, for the ledger names its digest alone. */
  readonly keepPolicy: (policy: Policy) => Promise<void>;
  /** Runs alone among all processes that use the same name. The signal is aborted when the lock is lost. */
  readonly withLock: <T>(name: string, work: (lost: AbortSignal) => Promise<T>) => Promise<T>;
  /** The head of a pull request, open or not, as it was last heard of; null where there is none of that number. */
  readonly headOf: (number: number) => Promise<Pick<SnapshotTarget, 'repository' | 'headSha' | 'asked'> | null>;
  /** Its head as the last snapshot showed it; null where that did not tell. */
  readonly headSeen?: (number: number) => string | null;
  /** Null when no open pull request has this head. */
  readonly readSnapshot: (target: SnapshotTarget) => Promise<PullSnapshot<Bundle> | null>;
  /** What follows from a snapshot: `judgeHead`, wherever it runs. */
  readonly judge: (snapshot: PullSnapshot<Bundle>, by: JudgedBy) => Promise<Judgement>;
  readonly apply: (repository: RepositoryFacts, write: Write) => Promise<number>;
  /** Asks for another look at a key when a deadline passes. */
  readonly wakeAt: (key: Key, at: string) => Promise<void>;
  /** Keeps that somebody else had the last word on checks of ours, for the register. */
  readonly noteOverwritten: (repository: number, checks: readonly OverwrittenCheck[]) => Promise<void>;
  readonly rememberRelease: (repository: number, number: number) => Promise<void>;
}
