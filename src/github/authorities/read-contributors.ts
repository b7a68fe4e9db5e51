import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

export interface PullContributors {
  readonly pushers: readonly number[];
  readonly committers: readonly number[];
}

/** GitHub lists at most this many commits of a pull request, without saying that there are more. */
const listedCommits = 250;

interface Head {
  readonly number: number;
  readonly ref: string;
  /** Null for a fork, or when it was deleted: then nobody lists its pushes. */
  readonly repositoryId: number | null;
}

/**
 * Reads who pushed and who committed to a pull request. GitHub lists pushes by branch; where it does not say, the commits'
 * authors and committers are taken for pushers, so that nobody is let in by a gap. Null when there are more commits than it lists.
 */
export async function readContributors(github: GitHub, repository: RepositoryName & { readonly id: number }, head: Head): Promise<PullContributors | null> {
  const { owner, repo } = repository;
  const commits = await github.paginate(github.rest.pulls.listCommits, { owner, repo, pull_number: head.number, per_page: 100 });
  if (commits.length >= listedCommits) return null;
  const committers = unique(commits.flatMap((commit) => [idOf(commit.author), idOf(commit.committer)]));
  const actors = head.repositoryId === repository.id ? await readPushers(github, { owner, repo }, `refs/heads/${head.ref}`) : null;
  return { pushers: actors ?? committers, committers };
}

async function readPushers(github: GitHub, repository: RepositoryName, ref: string): Promise<number[] | null> {
  try {
    const activity = await github.paginate('GET /repos/{owner}/{repo}/activity', { ...repository, ref, per_page: 100 });
    const actors = unique(activity.map((entry) => idOf(entry.actor)));
    return actors.length > 0 ? actors : null;
  } catch (error) {
    refusalOf(error);
    return null;
  }
}

/** `web-flow` commits in GitHub's own name when somebody merges or edits on the web. */
function idOf(user: unknown): number | null {
  if (typeof user !== 'object' || user === null || !('id' in user) || typeof user.id !== 'number') return null;
  return 'login' in user && user.login === 'web-flow' ? null : user.id;
}

function unique(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
