import type { GitHub, RepositoryName } from '../client.ts';

export interface IssueCounts {
  /** Null where the repository has no such label: nobody can have given it to an issue. */
  readonly openIssuesByLabel: Readonly<Record<string, number | null>>;
  readonly absentLabels: readonly string[];
}

/**
 * How many open issues (pull requests left out) carry each label, or all labels that a comma joins. Counted exactly, not
 * estimated by search, whose index is late.
 */
export async function countOpenIssues(github: GitHub, repository: RepositoryName, labels: readonly string[]): Promise<IssueCounts> {
  if (labels.length === 0) return { openIssuesByLabel: {}, absentLabels: [] };
  const listed = await github.paginate(github.rest.issues.listLabelsForRepo, { ...repository, per_page: 100 });
  const existing = new Set(listed.map(({ name }) => name.toLowerCase()));
  const isAbsent = (label: string) => !existing.has(label.toLowerCase());
  const openIssuesByLabel: Record<string, number | null> = {};
  for (const key of labels) {
    openIssuesByLabel[key] = key.split(',').some(isAbsent) ? null : await countOpen(github, repository, key);
  }
  return { openIssuesByLabel, absentLabels: [...new Set(labels.flatMap((key) => key.split(',')))].filter(isAbsent).sort() };
}

async function countOpen(github: GitHub, repository: RepositoryName, labels: string): Promise<number> {
  const issues = await github.paginate(github.rest.issues.listForRepo, { ...repository, state: 'open', labels, per_page: 100 });
  return issues.filter((issue) => !issue.pull_request).length;
}
