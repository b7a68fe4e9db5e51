import { type GitHub, type RepositoryName, statusOf } from '../client.ts';

/** A text file on a branch or commit; null where it is not there. Any other failure is thrown: not knowing is not absence. */
export async function readFile(
  github: GitHub,
  repository: RepositoryName,
  place: { path: string; ref?: string },
): Promise<{ text: string; sha: string } | null> {
  try {
    const { data } = await github.rest.repos.getContent({ ...repository, ...place });
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return null;
    return { text: Buffer.from(data.content, 'base64').toString('utf8'), sha: data.sha };
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
