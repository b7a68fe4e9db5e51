import { type GitHub, type RepositoryName, statusOf } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** The paths of all files of a commit; null when GitHub cut the list (over 100,000 entries), the commit is gone, or it may not be read. */
export async function readTree(github: GitHub, repository: RepositoryName, sha: string): Promise<string[] | null> {
  try {
    // Octokit looks for large numbers in all of a body, which takes it half a second for a tree of 20,000 files.
    const request = { parseSuccessResponseBody: false };
    const answer = await github.rest.git.getTree({ ...repository, tree_sha: sha, recursive: 'true', request });
    const data = (await new Response(answer.data as unknown as ReadableStream).json()) as typeof answer.data;
    return data.truncated ? null : data.tree.flatMap(({ type, path }) => (type === 'blob' && path ? [path] : []));
  } catch (error) {
    // 409: a repository without any commit.
    if (statusOf(error) === 409) return null;
    refusalOf(error);
    return null;
  }
}
