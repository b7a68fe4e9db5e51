import type { Key } from '../core/keys/key.ts';
import type { KeyedWork, Priority } from '../core/keys/keyed-work.ts';
import type { EngineLog } from '../engine/engine-log.ts';
import type { Budget } from '../github/budget/create-budget.ts';
import type { GitHub } from '../github/client.ts';
import type { KnownRepository } from '../store/known/remember-repository.ts';
import type { Store } from '../store/store.ts';

/** A repository with the GitHub client of the installation that may act on it. */
export interface Access {
  readonly github: GitHub;
  readonly repository: KnownRepository & { readonly installation: number };
}

/** What reconciling is given by the app: GitHub by installation, the store, the clock. */
export interface ReconcileContext {
  readonly store: Store;
  readonly log: EngineLog;
  /** What GitHub lets every installation ask. */
  readonly budget: Budget;
  readonly appId: number;
  /** The app's private key, for signing receipts. */
  readonly privateKey: string;
  /** The app's name in addresses and in its bot's login, asked of GitHub once. */
  appSlug(): Promise<string>;
  /** Access to a repository by its id; null when the app is not installed on it. */
  access(repository: number): Promise<Access | null>;
  /** GitHub as an installation of the app. */
  installation(installation: number): Promise<GitHub>;
  /** GitHub as the app itself, for `/app` only. */
  app(): Promise<GitHub>;
  /** ISO time. The one clock: everything below is given its answer. */
  now(): string;
  enqueue(work: readonly KeyedWork[]): Promise<void>;
  /** Asks for another look at a key at an ISO time, e.g. when a deadline passes; as somebody waits for it, if nothing else is said. */
  wakeAt(key: Key, at: string, priority?: Priority): Promise<void>;
}
