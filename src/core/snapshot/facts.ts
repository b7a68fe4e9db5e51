import type { Person } from '../people/decision.ts';

export interface RepositoryFacts {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly ownerType: 'User' | 'Organization';
  readonly defaultBranch: string;
  readonly fork: boolean;
  readonly archived: boolean;
  readonly hasIssues: boolean;
  readonly htmlUrl: string;
}

export interface IssueFacts {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly author: Person;
  /** Milestone number, or null. */
  readonly milestone: number | null;
  readonly labels: readonly string[];
  /** Numeric ids of whom it is assigned to; only of issues that a pull request closes. */
  readonly assignees?: readonly number[];
  readonly parent: number | null;
  /** Why it is closed, e.g. `completed` or `not_planned`; left out or null where GitHub does not say. */
  readonly stateReason?: string | null;
  /** When it was closed last; null while it is open. */
  readonly closedAt?: string | null;
  readonly url: string;
}

/** An open issue that freezes releases by its label. */
export interface FreezeIssue {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

export interface MilestoneFacts {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly state: 'open' | 'closed';
  /** `YYYY-MM-DD` as GitHub shows it (it keeps midnight in America/Los_Angeles), or null. */
  readonly dueOn: string | null;
}

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** Line numbers in the head version that this change adds or alters; null when GitHub gave no patch (too large or binary). */
  readonly changedLines: readonly number[] | null;
}

export interface CheckRunFacts {
  readonly id: number;
  readonly name: string;
  readonly appId: number;
  /** The app's short name; left out where GitHub told none. */
  readonly appSlug?: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly externalId: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  /** How many annotations it carries; left out where that is not known. */
  readonly annotations?: number;
}

export interface CommentFacts {
  readonly id: number;
  readonly body: string;
  readonly author: Person;
  /** Numeric id of the app in whose name it was written, or null. */
  readonly appId: number | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly url: string;
}

/** A commit of the base branch whose evidence may stand in for what the head has none of. */
export interface EarlierCommit {
  readonly sha: string;
  /** ISO time at which it was committed. */
  readonly committedAt: string;
  /** Commits of the base branch since it, up to where the pull request left it. */
  readonly commits: number;
  /** All paths that differ between it and the head, those moved away from too; null when they cannot be known. */
  readonly changed: readonly string[] | null;
}

export interface PullFacts {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  readonly author: Person;
  readonly head: { readonly sha: string; readonly ref: string; readonly repositoryId: number | null };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly labels: readonly string[];
  readonly milestone: MilestoneFacts | null;
  /** Issues that merging it closes. */
  readonly closes: readonly IssueFacts[];
  readonly files: readonly ChangedFile[];
  /** Changed files that are not among `files`, because GitHub lists 3,000 of a pull request at most. Left out: none. */
  readonly filesLeftOut?: number;
  /**
   * Paths that the base branch changed since this one left it, where a `pull_request` run tested the merge of both; null when
   * they cannot be known. Left out where no such run brought evidence.
   */
  readonly baseChanges?: readonly string[] | null;
  /** The commit at which it left its base, as GitHub says; null when that is not known. Left out where nothing is held against the base or carried forward. */
  readonly mergeBase?: string | null;
  /** Commits of the base whose evidence may be carried forward, newest first; null when its history cannot be known. Left out where nothing is, or no history is kept. */
  readonly earlier?: readonly EarlierCommit[] | null;
}
