import type { CheckRunFacts, IssueFacts, MilestoneFacts, PullFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { CommitOrigin } from '../artifacts/commit-of.ts';
import type { ConfigText } from '../snapshot/config-text.ts';

/** What a look was told; null where it was not, so that it has to be asked for by itself. */
export type Told<T> = { readonly value: T } | null;

export interface LookedCommit extends CommitOrigin {
  readonly sha: string;
}

/** A workflow run as GraphQL tells of it: neither its attempt nor who started it. */
export interface LookedRun {
  readonly id: number;
  readonly path: string;
  readonly event: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly headBranch: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Check runs of all its attempts: each attempt adds some. */
  readonly checks: number;
  /** Whether there was an attempt before this one. */
  readonly again: boolean;
  /** Some job waits, be it for a person. */
  readonly waits: boolean;
}

export interface LookedSuites {
  readonly checkRuns: readonly CheckRunFacts[];
  /** Status by app, of each of its suites. */
  readonly ofApps: readonly { readonly app: number; readonly status: string }[];
  /** Null where GitHub did not tell of them all. */
  readonly runs: readonly LookedRun[] | null;
}

export interface LookedPull {
  readonly facts: Omit<PullFacts, 'files' | 'filesLeftOut'>;
  readonly changedFiles: number;
  /** The base branch as it is now; null when it is gone. */
  readonly baseTip: string | null;
  readonly merge: LookedCommit | null;
}

/** What became of a repository's issues since a time. */
export interface LookedBacklog {
  readonly milestones: readonly MilestoneFacts[];
  /** The repository's labels, by node id. */
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  /** How many issues there are, and the greatest number among them. */
  readonly total: number;
  readonly last: number;
  /** When any issue changed last, ISO; null without issues. */
  readonly newest: string | null;
  /** Null where more changed than a look tells. */
  readonly changed: readonly IssueFacts[] | null;
  /** Open issues by counted label. */
  readonly counts: Readonly<Record<string, number>>;
}

/** One look at a pull request and at all around it. */
export interface Look {
  readonly repository: RepositoryFacts;
  /** Where the default branch is. */
  readonly tip: { readonly sha: string; readonly tree: string };
  readonly config: Told<ConfigText | null>;
  readonly organisation: Told<ConfigText | null>;
  readonly open: Told<readonly { readonly number: number; readonly headSha: string }[]>;
  readonly pull: Told<LookedPull>;
  /** Further pull requests that were asked for, as far as GitHub told of them. */
  readonly others: readonly LookedPull[];
  readonly head: Told<LookedCommit>;
  readonly backlog: Told<LookedBacklog>;
  readonly suites: Told<LookedSuites>;
}
