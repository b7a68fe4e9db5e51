import type { PolicyState } from '../policy/policy.ts';
import type { CommentFacts, IssueFacts, MilestoneFacts, RepositoryFacts } from '../snapshot/facts.ts';
import type { AuthorityHolders, AuthorityProof } from './authority-proof.ts';
import type { Decision, Person } from './decision.ts';
import type { MergedSinceCommits } from './merged-since.ts';
import type { MergedWork } from './merged-work.ts';
import type { LabelChange, ReviewFacts } from './review-facts.ts';

export interface ConversationComment extends CommentFacts {
  /** When somebody last edited it; null for never. Left out where GitHub was not asked: then the two times decide. */
  readonly lastEditedAt?: string | null;
  readonly includesCreatedEdit?: boolean;
}

/** A command that was answered: the same line of the same text is never carried out again. */
export interface ProcessedMark {
  readonly commentId: number;
  readonly bodyHash: string;
  readonly line: number;
}

/** The pull request that is talked about, with everybody who wrote or pushed its commits, by numeric id. */
export interface ConversationPull {
  readonly author: Person;
  readonly headSha: string;
  /** When the head commit was pushed; null where GitHub does not say. */
  readonly headPushedAt: string | null;
  readonly baseRef: string;
  /** Null when they could not be listed: then nobody may override it. */
  readonly contributors: readonly number[] | null;
}

/** Everything observed for the comments of one issue or pull request. `decideCommands` sees nothing else. */
export interface ConversationSnapshot {
  readonly now: string;
  readonly repository: RepositoryFacts;
  readonly policy: PolicyState;
  readonly issue: IssueFacts;
  /** Null on an issue. */
  readonly pull: ConversationPull | null;
  /** All comments, oldest first. */
  readonly comments: readonly ConversationComment[];
  /** Reviews, oldest first; only of a pull request that is labelled for a checkpoint, or that a review of it signed. */
  readonly reviews?: readonly ReviewFacts[];
  /** When labels were put on and taken off; left out or null where that was not asked or could not be read. */
  readonly labelChanges?: readonly LabelChange[] | null;
  readonly processed: readonly ProcessedMark[];
  /** For the authors of open commands: what they hold of each authority's rule. */
  readonly proofs: readonly AuthorityProof[];
  /** By authority id; only where somebody's independence or an explanation asks for it. */
  readonly holders: Readonly<Record<string, AuthorityHolders>>;
  readonly decisions: readonly Decision[];
  /** What was merged since the sign-offs that a merge voids; left out where nothing asks for it. */
  readonly mergedSince?: MergedSinceCommits;
  /** Issues that we seeded, found by marker and author. */
  readonly seeded: readonly IssueFacts[];
  /** People's own issues that commands of planning are about; left out where none is. */
  readonly planned?: readonly IssueFacts[];
  /** All milestones; left out where they were not read. */
  readonly milestones?: readonly MilestoneFacts[];
  /** What was merged into the default branch; the text says why it could not be read. */
  readonly work: MergedWork | { readonly unavailable: string };
  readonly defaultBranchSha: string;
  /** Numeric id of the app that writes our comments; null where no app is known. */
  readonly appId: number | null;
}
