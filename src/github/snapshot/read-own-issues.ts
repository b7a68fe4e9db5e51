import { adoptedLabel } from '../../core/backlog/backlog-labels.ts';
import { isOwnIssue } from '../../core/backlog/is-own-issue.ts';
import { readMarked } from '../../core/markers/marker.ts';
import type { IssueFacts, MilestoneFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { toIssue, toMilestone } from './to-facts.ts';

/**
 * The issues that carry our marker and are ours, written by one of `authors` or adopted, oldest first, and all milestones.
 * Asked by author and by label, so other people's thousands cost nothing.
 */
export async function readOwnIssues(
  github: GitHub,
  repository: RepositoryName,
  authors: readonly string[],
): Promise<{ issues: IssueFacts[]; milestones: MilestoneFacts[] }> {
  const milestones = await github.paginate(github.rest.issues.listMilestones, { ...repository, state: 'all', per_page: 100 });
  const accepted = authors.map((login) => ({ login, id: null }));
  const own = new Map<number, IssueFacts>();
  for (const filter of [...[...new Set(authors)].map((creator) => ({ creator })), { labels: adoptedLabel }]) {
    const found = await github.paginate(github.rest.issues.listForRepo, { ...repository, ...filter, state: 'all', per_page: 100 });
    for (const issue of found.filter(({ pull_request }) => !pull_request).map(toIssue)) {
      if (isOwnIssue(issue, accepted) && readMarked(issue.body)) own.set(issue.number, issue);
    }
  }
  return { issues: [...own.values()].sort((a, b) => a.number - b.number), milestones: milestones.map(toMilestone) };
}
