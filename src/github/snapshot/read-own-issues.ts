import { readMarked } from '../../core/markers/marker.ts';
import type { IssueFacts, MilestoneFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { toIssue, toMilestone } from './to-facts.ts';

/** The issues that carry our marker and were written by one of `authors`, and all milestones. Asked by author, so other people's thousands cost nothing. */
export async function readOwnIssues(
  github: GitHub,
  repository: RepositoryName,
  authors: readonly string[],
): Promise<{ issues: IssueFacts[]; milestones: MilestoneFacts[] }> {
  const milestones = await github.paginate(github.rest.issues.listMilestones, { ...repository, state: 'all', per_page: 100 });
  const issues: IssueFacts[] = [];
  const accepted = new Set(authors);
  for (const creator of accepted) {
    const found = await github.paginate(github.rest.issues.listForRepo, { ...repository, creator, state: 'all', per_page: 100 });
    issues.push(
      ...found
        .filter((issue) => !issue.pull_request)
        .map(toIssue)
        .filter((issue) => accepted.has(issue.author.login) && readMarked(issue.body)),
    );
  }
  return { issues, milestones: milestones.map(toMilestone) };
}
