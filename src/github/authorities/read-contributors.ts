import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

export interface PullContributors {
  readonly pushers: readonly number[];
  readonly committers: readonly number[];
  /** When the head commit became the branch's end; null where GitHub does not say, e.g. for a fork. */
  readonly headPushedAt: string | null;
}

/** GitHub lists at most this many commits of a pull request, without saying that there are more. */
const listedCommits = 250;

interface Head {
  readonly number: number;
  readonly ref: string;
  readonly sha: string;
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
  const pushes = head.repositoryId === repository.id ? await readPushes(github, { owner, repo }, head) : [];
  const actors = unique(pushes.map(({ actor }) => actor));
  const headPushedAt =
    pushes
      .filter(({ after }) => after === head.sha)
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null;
  return { pushers: actors.length > 0 ? actors : committers, committers, headPushedAt };
}

interface Push {
  readonly actor: number | null;
  readonly after: string;
  readonly at: string;
}

async function readPushes(github: GitHub, repository: RepositoryName, head: Head): Promise<readonly Push[]> {
  try {
    const activity = await github.paginate('GET /repos/{owner}/{repo}/activity', { ...repository, ref: `refs/heads/${head.ref}`, per_page: 100 });
    return activity.map((entry) => ({ actor: idOf(entry.actor), after: entry.after, at: entry.timestamp }));
  } catch (error) {
    refusalOf(error);
    return [];
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
