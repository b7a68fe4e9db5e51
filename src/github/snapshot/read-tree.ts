import { type GitHub, type RepositoryName, statusOf } from '../client.ts';

/** The paths of all files of a commit; null when GitHub cut the list (over 100,000 entries) or the commit is gone. */
export async function readTree(github: GitHub, repository: RepositoryName, sha: string): Promise<string[] | null> {
  try {
    const { data } = await github.rest.git.getTree({ ...repository, tree_sha: sha, recursive: 'true' });
    return data.truncated ? null : data.tree.flatMap(({ type, path }) => (type === 'blob' && path ? [path] : []));
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 409) return null;
    throw error;
  }
}
