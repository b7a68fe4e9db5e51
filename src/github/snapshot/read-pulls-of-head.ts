import type { GitHub, RepositoryName } from '../client.ts';

/**
 * The numbers of all open pull requests whose head is this commit, ascending. Listing them is the only way that also
 * finds those from forks: `commits/{sha}/pulls` answers an empty list for a commit of a fork.
 */
export async function readPullsOfHead(github: GitHub, repository: RepositoryName, headSha: string): Promise<number[]> {
  const open = await github.paginate(github.rest.pulls.list, { ...repository, state: 'open', per_page: 100 });
  return open
    .filter((pull) => pull.head.sha === headSha)
    .map((pull) => pull.number)
    .sort((a, b) => a - b);
}
