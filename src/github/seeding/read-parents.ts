import type { SeedIssue } from '../../core/backlog/seed-snapshot.ts';
import { type GitHub, type RepositoryName, statusOf } from '../client.ts';

export interface ParentsAsked {
  readonly issues: readonly SeedIssue[];
  /** Numbers of the issues that may be parents. */
  readonly parents: readonly number[];
}

export interface ParentsRead {
  readonly issues: readonly SeedIssue[];
  readonly subIssues: boolean;
}

/**
 * Fills in who is whose sub-issue. GitHub's newest payloads say it; where one issue at least names its parent, silence of the
 * others means none. Where none does, the sub-issues of each possible parent are read, and a 404 means the server has none.
 */
export async function readParents(github: GitHub, repository: RepositoryName, of: ParentsAsked): Promise<ParentsRead> {
  const { issues, parents } = of;
  if (issues.every((issue) => issue.hasParent !== null)) return { issues, subIssues: true };
  if (issues.some((issue) => issue.hasParent === true)) {
    return { issues: issues.map((issue) => ({ ...issue, hasParent: issue.hasParent ?? false })), subIssues: true };
  }
  const parentOf = new Map<number, number>();
  for (const parent of parents) {
    const children = await readChildren(github, repository, parent);
    if (children === null) return { issues, subIssues: false };
    for (const child of children) parentOf.set(child, parent);
  }
  const filled = issues.map((issue) => ({ ...issue, parent: parentOf.get(issue.number) ?? null, hasParent: parentOf.has(issue.number) }));
  return { issues: filled, subIssues: true };
}

/** Numbers of the sub-issues of an issue: one page, since GitHub allows a hundred. Null where there is no such endpoint. */
async function readChildren(github: GitHub, repository: RepositoryName, parent: number): Promise<number[] | null> {
  try {
    const { data } = await github.rest.issues.listSubIssues({ ...repository, issue_number: parent, per_page: 100 });
    return data.map((child) => child.number);
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
