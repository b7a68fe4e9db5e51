import type { BundleIdentity } from '../../core/evidence/bundle/bundle.ts';
import { type GitHub, type RepositoryName, statusOf } from '../client.ts';

/** What a commit holds and where it comes from. */
export interface CommitOrigin {
  readonly tree: string;
  readonly parents: readonly string[];
}

/** A commit of the repository; null when GitHub knows none of that id. */
export async function commitOf(github: GitHub, name: RepositoryName, sha: string): Promise<CommitOrigin | null> {
  try {
    const { data } = await github.rest.git.getCommit({ ...name, commit_sha: sha });
    return { tree: data.tree.sha, parents: data.parents.map((parent) => parent.sha) };
  } catch (error) {
    if ([404, 409, 422].includes(statusOf(error) ?? 0)) return null;
    throw error;
  }
}

/** GitHub's merge of a head into its base, which `pull_request` runs test: any other child of the head is somebody's further work. */
export function isMergeOf({ event, headSha }: Pick<BundleIdentity, 'event' | 'headSha'>, { parents }: CommitOrigin): boolean {
  return event === 'pull_request' && parents.length === 2 && parents[1] === headSha;
}
