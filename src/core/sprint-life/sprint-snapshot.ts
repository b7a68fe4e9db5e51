import type { Decision } from '../people/decision.ts';
import type { Policy } from '../policy/policy.ts';
import type { CommentFacts, IssueFacts, MilestoneFacts } from '../snapshot/facts.ts';
import type { StandingDay } from '../standing/standing.ts';

/** A milestone with when it was made: a sprint that was over before is none of ours to look back on. */
export interface SprintMilestone extends MilestoneFacts {
  readonly createdAt: string;
}

/** Everything observed for the life of a sprint. The planners see nothing else. */
export interface SprintSnapshot {
  readonly now: string;
  readonly policy: Policy;
  readonly milestones: readonly SprintMilestone[];
  /** Our issues, and all that stand in the milestone of this sprint, of the last one, or of one that is over and still open. No pull requests. */
  readonly issues: readonly IssueFacts[];
  /** Open issues of people without a milestone, newest first, a hundred at most. */
  readonly backlog: readonly IssueFacts[];
  /** Comments of ours by issue, of those issues that were asked for and are there. */
  readonly comments: ReadonlyMap<number, readonly CommentFacts[]>;
  readonly decisions: readonly Decision[];
  /** The repository day by day, oldest first; empty while nothing is kept of it. */
  readonly days: readonly StandingDay[];
}
