import type { SeedIssue, SeedLabel } from '../../core/backlog/seed-snapshot.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { perPage, readPages } from './read-pages.ts';
import { type IssuePayload, toSeedIssue } from './to-seed-issue.ts';

/** Which issues to read: of one creator, with one label, or all. */
export type IssueFilter = { readonly creator: string } | { readonly labels: string } | Record<never, never>;

export interface IssuesRead {
  readonly issues: readonly SeedIssue[];
  /** Labels that these issues carry: that they exist needs no further read. */
  readonly labels: readonly SeedLabel[];
}

/**
 * Issues that may be seeded ones, open and closed, oldest first. GitHub filters by creator, so that thousands of issues of
 * others cost nothing. Pull requests, which GitHub lists too, are left out.
 */
export async function readSeededIssues(github: GitHub, repository: RepositoryName, filters: readonly IssueFilter[]): Promise<IssuesRead> {
  const byNumber = new Map<number, IssuePayload>();
  for (const filter of filters) {
    // Oldest first: what is created while we read is appended, and shifts no page.
    const { all } = await readPages((page) =>
      github.rest.issues.listForRepo({ ...repository, ...filter, state: 'all', sort: 'created', direction: 'asc', per_page: perPage, page }),
    );
    for (const issue of all) if (issue.pull_request === undefined) byNumber.set(issue.number, issue);
  }
  const payloads = [...byNumber.values()];
  return { issues: payloads.map((issue) => toSeedIssue(issue, repository)), labels: labelsOf(payloads) };
}

function labelsOf(payloads: readonly IssuePayload[]): SeedLabel[] {
  const byName = new Map<string, SeedLabel>();
  for (const label of payloads.flatMap((issue) => issue.labels)) {
    // A label without name or colour says too little of itself; it is read from the list of labels then.
    if (typeof label === 'string' || !label.name || !label.color || byName.has(label.name)) continue;
    byName.set(label.name, { name: label.name, color: label.color, description: label.description ?? '' });
  }
  return [...byName.values()];
}
