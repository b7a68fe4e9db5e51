import type { Database } from '../database.ts';
import { findPulls } from './find-pulls.ts';
import { findWaitingRuns } from './find-waiting-runs.ts';
import { findRepository } from './find-repository.ts';
import { listRepositories } from './list-repositories.ts';
import { mergesVoid } from './merges-void.ts';
import type { KnownRepository } from './remember-repository.ts';

/** Which repositories, open pull requests and waiting deployments there are, as the engine is handed it for fan-out and sweep. */
export interface Directory {
  repositories(installation?: number): Promise<KnownRepository[]>;
  repository(id: number): Promise<KnownRepository | null>;
  openPulls(repository: number, headSha?: string): Promise<number[]>;
  waitingRuns(repository: number, headSha?: string): Promise<number[]>;
  mergesVoid(repository: number): Promise<boolean>;
}

/** The directory of one database. */
export function createDirectory(db: Database): Directory {
  return {
    repositories: (installation) => listRepositories(db, installation ?? null),
    repository: (id) => findRepository(db, id),
    openPulls: (repository, headSha) => findPulls(db, repository, headSha ?? null),
    waitingRuns: (repository, headSha) => findWaitingRuns(db, repository, headSha ?? null),
    mergesVoid: (repository) => mergesVoid(db, repository),
  };
}
