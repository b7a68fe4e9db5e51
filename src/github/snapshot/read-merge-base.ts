import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** The commit at which a head left a base branch, as GitHub says; null when it cannot be known. */
export async function readMergeBase(
  github: GitHub,
  repository: RepositoryName,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string | null> {
  try {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({ ...repository, basehead: `${base}...${head}`, per_page: 1 });
    return data.merge_base_commit.sha;
  } catch (error) {
    refusalOf(error);
    return null;
  }
}
