import { configPath } from '../../core/policy/config-path.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { commitOf } from '../artifacts/commit-of.ts';
import { listRuns, listUploads } from '../artifacts/evidence-artifacts.ts';
import type { GitHub } from '../client.ts';
import { compareWithBase } from '../snapshot/compare-with-base.ts';
import { readBacklog } from '../snapshot/read-backlog.ts';
import { readBaseChanges } from '../snapshot/read-base-changes.ts';
import { readCheckRuns } from '../snapshot/read-check-runs.ts';
import { readFile } from '../snapshot/read-file.ts';
import { readPull, toPullHead } from '../snapshot/read-pull.ts';
import { readPullsOfHead } from '../snapshot/read-pulls-of-head.ts';
import { readRerequested } from '../snapshot/read-rerequested.ts';
import { readTree } from '../snapshot/read-tree.ts';
import type { World } from './world.ts';

/** A repository's world with a request, or several pages, for each question and no memory: for a command, a job, and whatever a look could not tell. */
export function restWorld(github: GitHub, repository: Pick<RepositoryFacts, 'owner' | 'name' | 'defaultBranch'>): World {
  const name = { owner: repository.owner, repo: repository.name };
  return {
    config: () => readFile(github, name, { path: configPath, ref: repository.defaultBranch }),
    organisationConfig: () => readFile(github, { owner: repository.owner, repo: '.github' }, { path: configPath }),
    pullsOfHead: (headSha) => readPullsOfHead(github, name, headSha),
    pull: (number) => readPull(github, name, number),
    pullHead: async (number) => toPullHead((await github.rest.pulls.get({ ...name, pull_number: number })).data),
    tip: async () => (await github.rest.repos.getBranch({ ...name, branch: repository.defaultBranch })).data.commit.sha,
    checkRuns: (sha) => readCheckRuns(github, name, sha),
    rerequested: (posted) => readRerequested(github, name, posted),
    tree: (sha) => readTree(github, name, sha),
    commit: (sha) => commitOf(github, name, sha),
    runs: (sha) => listRuns(github, name, sha),
    uploads: ({ id }, prefix) => listUploads(github, name, { id, prefix }),
    compare: (sides) => compareWithBase(github, name, sides),
    mergeBase: async (sides) => (await compareWithBase(github, name, sides))?.mergeBase ?? null,
    baseChanges: (pull) => readBaseChanges(github, name, pull),
    backlog: (asked) => readBacklog(github, name, asked),
  };
}
