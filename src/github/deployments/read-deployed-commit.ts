import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { readPullsOfHead } from '../snapshot/read-pulls-of-head.ts';
import { orNullIfGone } from '../or-null-if-gone.ts';
import { type GitHub, type RepositoryName, statusOf } from '../client.ts';

/** The commit that a run deploys, as GitHub's own run object names it, and where it came from. */
export interface DeployedCommit {
  readonly sha: string;
  /** Attempt of the run: running it again asks again. */
  readonly attempt: number;
  /** The pull requests that brought it, or whose head it is. */
  readonly pulls: readonly number[];
  readonly onDefaultBranch: boolean;
}

/** Null when the run is gone. */
export async function readDeployedCommit(github: GitHub, repository: RepositoryFacts, run: number): Promise<DeployedCommit | null> {
  const name = { owner: repository.owner, repo: repository.name };
  const data = await orNullIfGone(async () => (await github.rest.actions.getWorkflowRun({ ...name, run_id: run })).data);
  if (!data) return null;
  const sha = data.head_sha;
  const pulls = await readPulls(github, name, sha);
  const onDefaultBranch = pulls.length === 0 && (await isOnBranch(github, name, { branch: repository.defaultBranch, sha }));
  return { sha, attempt: data.run_attempt ?? 1, pulls, onDefaultBranch };
}

/** Merged ones that brought the commit, and open ones of which it is the head. In the middle of an open one it was never judged. */
async function readPulls(github: GitHub, name: RepositoryName, sha: string): Promise<number[]> {
  const found = (await orNullIfUnknown(() => readAssociated(github, name, sha))) ?? [];
  // Of a fork's head GitHub knows no pull requests here.
  return found.length > 0 ? found : readPullsOfHead(github, name, sha);
}

async function readAssociated(github: GitHub, name: RepositoryName, sha: string): Promise<number[]> {
  const found = await github.paginate(github.rest.repos.listPullRequestsAssociatedWithCommit, { ...name, commit_sha: sha, per_page: 100 });
  const own = found.filter((pull) => pull.base.repo.full_name.toLowerCase() === `${name.owner}/${name.repo}`.toLowerCase());
  return own.filter((pull) => pull.merged_at !== null || (pull.state === 'open' && pull.head.sha === sha)).map(({ number }) => number);
}

async function isOnBranch(github: GitHub, name: RepositoryName, { branch, sha }: { branch: string; sha: string }): Promise<boolean> {
  const basehead = `${branch}...${sha}`;
  const compared = await orNullIfUnknown(async () => (await github.rest.repos.compareCommitsWithBasehead({ ...name, basehead, per_page: 1 })).data);
  return compared?.ahead_by === 0;
}

/** GitHub says 404 or 422 of a commit that the repository does not have: it was brought by nobody. */
async function orNullIfUnknown<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 || status === 422) return null;
    throw error;
  }
}
