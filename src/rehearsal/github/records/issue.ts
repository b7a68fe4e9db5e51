export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Milestone {
  readonly id: number;
  readonly number: number;
  title: string;
  description: string | null;
  state: 'open' | 'closed';
  /** Midnight in America/Los_Angeles of the due day, as GitHub stores it; null when there is none. */
  dueOn: string | null;
  readonly creatorId: number;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export interface Edit {
  readonly at: string;
  readonly editorId: number;
  readonly from: string;
}

export interface Comment {
  readonly id: number;
  readonly issueNumber: number;
  body: string;
  readonly authorId: number;
  readonly appId: number | null;
  readonly createdAt: string;
  updatedAt: string;
  readonly edits: Edit[];
  minimized: string | null;
  readonly reactions: Reaction[];
}

export interface Reaction {
  readonly id: number;
  readonly userId: number;
  readonly content: string;
  readonly createdAt: string;
}

/** One line of an issue's timeline, e.g. `labeled`, `closed`, `comment_deleted`. */
export interface TimelineEvent {
  readonly id: number;
  readonly event: string;
  readonly actorId: number;
  readonly at: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Issue {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  readonly authorId: number;
  readonly appId: number | null;
  /** Names of labels, in the order they were put on. */
  labels: string[];
  milestone: number | null;
  assigneeIds: number[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedById: number | null;
  parentId: number | null;
  subIssueIds: number[];
  locked: boolean;
  readonly edits: Edit[];
  readonly reactions: Reaction[];
  readonly timeline: TimelineEvent[];
  /** Set when the issue is a pull request: both share one row of numbers. */
  pull: Pull | null;
}

export interface Review {
  readonly id: number;
  readonly userId: number;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  readonly commitId: string;
  submittedAt: string | null;
}

export interface Pull {
  readonly id: number;
  readonly headRepositoryId: number;
  readonly headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  draft: boolean;
  merged: boolean;
  mergedAt: string | null;
  mergedById: number | null;
  /** The test merge while open, the real one once merged, null while GitHub works it out or when it conflicts. */
  mergeCommitSha: string | null;
  /** `unknown` until somebody asked once: GitHub works it out in the background. */
  mergeable: 'unknown' | 'clean' | 'dirty';
  readonly reviews: Review[];
  reviewerIds: number[];
}
