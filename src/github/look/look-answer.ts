import type { ClosingIssue } from '../snapshot/read-closing-issues.ts';

/** A list as GraphQL gives it, with how many there are in all. */
export interface Listed<T> {
  readonly totalCount: number;
  readonly nodes: readonly (T | null)[] | null;
}

export interface CommitAnswer {
  readonly oid: string;
  readonly tree: { readonly oid: string };
  readonly parents: Listed<{ readonly oid: string }>;
}

export interface FileAnswer {
  readonly mode: number;
  readonly object: {
    readonly oid?: string;
    readonly byteSize?: number;
    readonly isBinary?: boolean | null;
    readonly isTruncated?: boolean;
    readonly text?: string | null;
  } | null;
}

export interface CheckRunAnswer {
  readonly databaseId: number | null;
  readonly permalink: string;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly externalId: string | null;
  readonly title: string | null;
  readonly summary: string | null;
}

export interface SuiteAnswer {
  readonly status: string;
  readonly conclusion: string | null;
  readonly app: { readonly databaseId: number | null; readonly slug: string } | null;
  readonly branch: { readonly name: string } | null;
  readonly workflowRun: {
    readonly databaseId: number | null;
    readonly url: string;
    readonly event: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly file: { readonly path: string } | null;
  } | null;
  readonly all: { readonly totalCount: number } | null;
  readonly checkRuns: Listed<CheckRunAnswer> | null;
}

export interface MilestoneAnswer {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly state: string;
  readonly dueOn: string | null;
}

export interface PullAnswer {
  readonly number: number;
  readonly title: string;
  readonly permalink: string;
  readonly state: string;
  readonly merged: boolean;
  readonly changedFiles: number;
  readonly author: ClosingIssue['author'];
  readonly headRefOid: string;
  readonly headRefName: string;
  readonly headRepository: { readonly databaseId: number | null } | null;
  readonly baseRefOid: string;
  readonly baseRefName: string;
  readonly baseRef: { readonly target: { readonly oid: string } | null } | null;
  readonly potentialMergeCommit: CommitAnswer | null;
  readonly labels: Listed<{ readonly name: string }> | null;
  readonly milestone: MilestoneAnswer | null;
  readonly closingIssuesReferences: Listed<ClosingIssue> | null;
}

export interface IssueAnswer {
  readonly fullDatabaseId: string | null;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly closedAt: string | null;
  readonly url: string;
  readonly milestone: { readonly number: number } | null;
  readonly parent: { readonly number: number } | null;
  readonly author: ClosingIssue['author'];
  readonly labels: Listed<{ readonly name: string }> | null;
}

/** With the issues themselves where their labels decide. */
export type CountAnswer = { readonly totalCount: number } & Partial<Listed<{ readonly labels: Listed<{ readonly name: string }> | null }>>;

/** What is told of issues; `count0`, `count1` … are the open ones with each counted label. */
export interface BacklogAnswer {
  readonly milestones: Listed<MilestoneAnswer> | null;
  readonly labels: Listed<{ readonly id: string; readonly name: string }> | null;
  readonly last: Listed<{ readonly number: number }> | null;
  readonly newest: { readonly nodes: readonly ({ readonly updatedAt: string } | null)[] | null } | null;
  readonly changed: Listed<IssueAnswer> | null;
  readonly [count: `count${number}`]: CountAnswer | null;
}

export interface HeadAnswer extends CommitAnswer {
  readonly checkSuites: Listed<SuiteAnswer> | null;
  readonly ours: {
    readonly nodes:
      | readonly ({
          readonly checkRuns: {
            readonly nodes: readonly ({ readonly permalink: string; readonly annotations: { readonly totalCount: number } | null } | null)[] | null;
          } | null;
        } | null)[]
      | null;
  } | null;
}

/** Pull requests that were asked for beside the one, by the order in which they were. */
export interface OtherPulls {
  readonly [other: `other${number}`]: PullAnswer | null;
}

/** What GitHub answers to `lookQuery`. Whatever may not be read is null, and named in an error beside it. */
export interface LookAnswer {
  readonly repository:
    | (BacklogAnswer &
        OtherPulls & {
          readonly id: string;
          readonly databaseId: number | null;
          readonly name: string;
          readonly url: string;
          readonly isFork: boolean;
          readonly isArchived: boolean;
          readonly hasIssuesEnabled: boolean;
          readonly owner: { readonly __typename: string; readonly login: string };
          readonly defaultBranchRef: {
            readonly name: string;
            readonly target: { readonly oid?: string; readonly tree?: { readonly oid: string }; readonly file?: FileAnswer | null } | null;
          } | null;
          readonly open: Listed<{ readonly number: number; readonly headRefOid: string }> | null;
          readonly pullRequest?: PullAnswer | null;
          readonly head?: Partial<HeadAnswer> | null;
        })
    | null;
  readonly organisation: { readonly id: string; readonly defaultBranchRef: { readonly target: { readonly file?: FileAnswer | null } | null } | null } | null;
}
