import { commandLines } from '../../core/commands/command-lines.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** Numbers of the issues and pull requests with a comment of a person, changed since a time, that holds a command. None where they may not be read. */
export async function readCommandedIssues(github: GitHub, repository: RepositoryName, since: string): Promise<number[]> {
  try {
    const comments = await github.paginate(github.rest.issues.listCommentsForRepo, { ...repository, since, sort: 'updated', per_page: 100 });
    const numbers = comments
      .filter(({ user, body }) => user?.type === 'User' && commandLines(body ?? '').length > 0)
      .map(({ issue_url }) => Number(/\/issues\/(\d+)$/.exec(issue_url)?.[1]));
    return [...new Set(numbers.filter((number) => number > 0))];
  } catch (error) {
    refusalOf(error);
    return [];
  }
}
