import type { PGliteLike } from 'pg-boss';

/** A webhook delivery: its GUID, its event, its body as it was signed. */
export interface EngineDelivery {
  readonly id: string;
  readonly event: string;
  readonly body: Uint8Array | string;
}

/** One that was taken for working; `attempt` is 1 the first time. */
export interface EngineClaim extends EngineDelivery {
  readonly body: string;
  readonly attempt: number;
}

/** The durable inbox of deliveries. */
export interface EngineInbox {
  append(delivery: EngineDelivery): Promise<boolean>;
  /** Calls `wake` when another process has kept deliveries; gives how to stop. */
  listen(wake: () => void): () => Promise<void>;
  claim(limit: number): Promise<EngineClaim[]>;
  finish(id: string, error?: string): Promise<void>;
  postpone(id: string, failure: { seconds: number; error: string; counts: boolean }): Promise<void>;
  release(): Promise<void>;
  countWaiting(): Promise<number>;
  forget(): Promise<unknown>;
}

/** Which repositories, open pull requests and waiting deployments there are. */
export interface EngineDirectory {
  repositories(installation?: number): Promise<readonly { readonly id: number; readonly installation: number | null }[]>;
  /** A page of the repositories on which the app is, recently active ones first, and how many there are in all. */
  activeRepositories(page: { offset: number; limit: number }): Promise<{ readonly repositories: readonly { readonly id: number }[]; readonly total: number }>;
  repository(id: number): Promise<{ readonly installation: number | null } | null>;
  openPulls(repository: number, headSha?: string): Promise<readonly number[]>;
  /** Workflow runs that wait for us to decide on a deployment. */
  waitingRuns(repository: number, headSha?: string): Promise<readonly number[]>;
  /** Whether a merge can end a sign-off there (`void: on-merge`), given the operator's playbooks by which it does. */
  mergesVoid(repository: number, playbooks?: readonly string[]): Promise<boolean>;
}

export interface EngineDatabase {
  query<Row extends object>(sql: string, params?: readonly (string | readonly string[])[]): Promise<Row[]>;
}

/** How the job queue reaches the database. */
export type EngineConnection = { readonly kind: 'pglite'; readonly pglite: PGliteLike } | { readonly kind: 'postgres'; readonly connectionString: string };

/** What the engine needs of a store, which it is handed. */
export interface EngineStore {
  readonly db: EngineDatabase;
  readonly queue: EngineConnection;
  readonly inbox: EngineInbox;
  readonly directory: EngineDirectory;
  readonly withLock: <T>(name: string, work: (lost: AbortSignal) => Promise<T>) => Promise<T>;
}
