import { type GitHub, type RepositoryName, statusOf } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** A commit of a branch's history. */
export interface HistoryCommit {
  readonly sha: string;
  readonly tree: string;
  readonly committedAt: string;
  /** How many of the list stand before it. */
  readonly commits: number;
}

/** A commit and those before it, newest first, a hundred at most; null when GitHub does not say. */
export async function listHistory(
  github: GitHub,
  repository: RepositoryName,
  from: { readonly sha: string; readonly count: number },
): Promise<HistoryCommit[] | null> {
  try {
    const { data } = await github.rest.repos.listCommits({ ...repository, sha: from.sha, per_page: Math.min(100, from.count) });
    return data.map(({ sha, commit }, index) => ({
      sha,
      tree: commit.tree.sha,
      committedAt: commit.committer?.date ?? commit.author?.date ?? '',
      commits: index,
    }));
  } catch (error) {
    // 409: a repository without any commit; 422: a commit that is gone.
    if (![409, 422].includes(statusOf(error) ?? 0)) refusalOf(error);
    return null;
  }
}
