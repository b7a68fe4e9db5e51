import { adoptedLabel } from '../../core/backlog/backlog-labels.ts';
import type { SeedIssue } from '../../core/backlog/seed-snapshot.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { perPage, readPages } from './read-pages.ts';
import { type IssuePayload, toSeedIssue } from './to-seed-issue.ts';

/** Whose issues to read: of each of these creators, of everybody, and those that carry the label of adoption. */
export interface IssueSelection {
  readonly creators: readonly string[] | 'everybody';
  readonly adopted: boolean;
}

/**
 * Issues that may be seeded ones, open and closed, oldest first. GitHub filters by creator, so that thousands of issues of
 * others cost nothing. Pull requests, which GitHub lists too, are left out.
 */
export async function readSeededIssues(github: GitHub, repository: RepositoryName, selection: IssueSelection): Promise<SeedIssue[]> {
  const filters = [
    ...(selection.creators === 'everybody' ? [{}] : selection.creators.map((creator) => ({ creator }))),
    ...(selection.adopted && selection.creators !== 'everybody' ? [{ labels: adoptedLabel }] : []),
  ];
  const byNumber = new Map<number, IssuePayload>();
  for (const filter of filters) {
    // Oldest first: what is created while we read is appended, and shifts no page.
    const { all } = await readPages((page) =>
      github.rest.issues.listForRepo({ ...repository, ...filter, state: 'all', sort: 'created', direction: 'asc', per_page: perPage, page }),
    );
    for (const issue of all) if (issue.pull_request === undefined) byNumber.set(issue.number, issue);
  }
  return [...byNumber.values()].map((issue) => toSeedIssue(issue, repository));
}
