import type { Database } from '../database.ts';
import { findPulls } from './find-pulls.ts';
import { findWaitingRuns } from './find-waiting-runs.ts';
import { findRepository } from './find-repository.ts';
import { type ActiveRepositories, listActiveRepositories } from './list-active-repositories.ts';
import { listRepositories } from './list-repositories.ts';
import { mergesVoid } from './merges-void.ts';
import type { KnownRepository } from './remember-repository.ts';

/** Which repositories, open pull requests and waiting deployments there are, as the engine is handed it for fan-out and sweep. */
export interface Directory {
  repositories(installation?: number): Promise<KnownRepository[]>;
  activeRepositories(page: { offset: number; limit: number }): Promise<ActiveRepositories>;
  repository(id: number): Promise<KnownRepository | null>;
  openPulls(repository: number, headSha?: string): Promise<number[]>;
  waitingRuns(repository: number, headSha?: string): Promise<number[]>;
  mergesVoid(repository: number, playbooks?: readonly string[]): Promise<boolean>;
}

/** The directory of one database. */
export function createDirectory(db: Database): Directory {
  return {
    repositories: (installation) => listRepositories(db, installation ?? null),
    activeRepositories: (page) => listActiveRepositories(db, page),
    repository: (id) => findRepository(db, id),
    openPulls: (repository, headSha) => findPulls(db, repository, headSha ?? null),
    waitingRuns: (repository, headSha) => findWaitingRuns(db, repository, headSha ?? null),
    mergesVoid: (repository, playbooks) => mergesVoid(db, repository, playbooks),
  };
}
