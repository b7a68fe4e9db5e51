import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { Write } from '../../core/plan/write.ts';

/** What is written into the ledger: what was decided and planned before a write, how it ended after it. */
export interface LedgerRecord {
  readonly repository: number;
  readonly kind: 'decision' | 'outcome' | 'command';
  /** The key that was reconciled, e.g. `9412/pull/12`. */
  readonly subject: string;
  readonly at: string;
  readonly payload: unknown;
}

/** The engine's side of the ledger. `append` answers the hash of the new end of the repository's chain. */
export interface Ledger {
  append(record: LedgerRecord): Promise<string>;
}

/** What reconciling a head commit needs of the world. */
export interface PullPorts {
  readonly now: () => string;
  readonly ledger: Ledger;
  /** Runs alone among all processes that use the same name. */
  readonly withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly headOf: (number: number) => Promise<{ repository: RepositoryFacts; headSha: string } | null>;
  readonly readSnapshot: (target: { repository: RepositoryFacts; headSha: string; pulls?: readonly number[] }) => Promise<PullSnapshot | null>;
  readonly apply: (repository: RepositoryFacts, write: Write) => Promise<number>;
  /** Asks for another look at a pull request when a deadline passes. */
  readonly wakeAt: (number: number, at: string) => Promise<void>;
  readonly rememberRelease: (repository: number, number: number) => Promise<void>;
}
