import type { CheckRunFacts, PullFacts } from '../../core/snapshot/facts.ts';
import type { CommitOrigin } from '../artifacts/commit-of.ts';
import type { Artifact, WorkflowRun } from '../artifacts/evidence-artifacts.ts';
import type { Comparison } from '../snapshot/compare-with-base.ts';
import type { ConfigText } from '../snapshot/config-text.ts';
import type { Backlog } from '../snapshot/read-backlog.ts';
import type { Posted } from '../snapshot/read-rerequested.ts';

/** Which runs of a commit matter, and what of them. */
export interface WantedRuns {
  readonly expected: (path: string) => boolean;
  /** Also who started each: GraphQL does not tell. */
  readonly actors: boolean;
}

/** Whose pull request it is, and from where to where. */
export type PullHead = Pick<PullFacts, 'author' | 'head' | 'base'>;

/**
 * What reading a snapshot asks of GitHub about one repository, by facts and not by requests. What cannot be known is null
 * or thrown as by the REST readers, so that `refusalOf` tells why. `restWorld` asks for each; a look answers many at once.
 */
export interface World {
  /** The file on the default branch; null where there is none. */
  readonly config: () => Promise<ConfigText | null>;
  /** That of the owner's `.github` repository. */
  readonly organisationConfig: () => Promise<ConfigText | null>;
  /** Numbers of the open pull requests with this head, ascending. */
  readonly pullsOfHead: (headSha: string) => Promise<number[]>;
  readonly pull: (number: number) => Promise<PullFacts>;
  /** The same without what it changes and closes. */
  readonly pullHead: (number: number) => Promise<PullHead>;
  /** Where the default branch is. */
  readonly tip: () => Promise<string>;
  readonly checkRuns: (sha: string) => Promise<CheckRunFacts[]>;
  readonly rerequested: (posted: Posted) => Promise<boolean>;
  readonly tree: (sha: string) => Promise<string[] | null>;
  readonly commit: (sha: string) => Promise<CommitOrigin | null>;
  readonly runs: (sha: string, wanted: WantedRuns) => Promise<readonly WorkflowRun[]>;
  readonly uploads: (run: WorkflowRun, prefix: string) => Promise<readonly Artifact[]>;
  /** What a head brings since it left `base`, a branch or a commit; null when GitHub does not say. */
  readonly compare: (sides: { readonly base: string; readonly head: string }) => Promise<Comparison | null>;
  /** The commit at which a head left `base`; null when GitHub does not say. */
  readonly mergeBase: (sides: { readonly base: string; readonly head: string }) => Promise<string | null>;
  readonly baseChanges: (pull: Pick<PullFacts, 'base' | 'head'>) => Promise<string[] | null>;
  readonly backlog: (asked: { readonly authors: readonly string[]; readonly labels: readonly string[] }) => Promise<Backlog>;
}
