import type { Person } from '../people/decision.ts';
import type { IssueFacts, MilestoneFacts } from '../snapshot/facts.ts';

/** Somebody whose marked issues are ours. Compared by id where it is known: logins are renamed and reused. */
export interface SeedAuthor {
  readonly login: string;
  readonly id: number | null;
}

export interface SeedLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

export interface SeedMilestone extends MilestoneFacts {
  readonly author: Person | null;
}

export interface SeedIssue extends IssueFacts {
  /** Whether it is a sub-issue of anything, also in another repository; null when that could not be read. */
  readonly hasParent: boolean | null;
}

/** What seeding has to know of a repository. */
export interface SeedSnapshot {
  readonly labels: readonly SeedLabel[];
  readonly milestones: readonly SeedMilestone[];
  /** At least the issues of the accepted authors and the adopted ones, open and closed; others do no harm. */
  readonly issues: readonly SeedIssue[];
  /** This app, or the user of the CLI, and the owners that the config names. */
  readonly accepted: readonly SeedAuthor[];
  /** False where the server has no sub-issues: they are left out and reported. */
  readonly subIssues: boolean;
}
