import type { GitHub, RepositoryName } from '../client.ts';

/** How many open issues (pull requests left out) carry each label. Counted exactly, not estimated by search, whose index is late. */
export async function countOpenIssues(
  github: GitHub,
  repository: RepositoryName,
  labels: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const label of labels) {
    const issues = await github.paginate(github.rest.issues.listForRepo, { ...repository, state: 'open', labels: label, per_page: 100 });
    counts[label] = issues.filter((issue) => !issue.pull_request).length;
  }
  return counts;
}
