import type { Outcome } from '../../core/verdict/verdict.ts';
import type { WebRepository } from '../access/web-repository.ts';

/** A line of the portfolio. */
export interface PortfolioLine {
  readonly repository: number;
  /** ISO time of the look. */
  readonly at: string;
  readonly block: string;
  readonly sprint: number;
  readonly outcome: Outcome;
  readonly percent: number;
  /** Binding criteria that do not hold. */
  readonly blockers: number;
  /** Title of the one that weighs most, in the repository's language; null where none blocks. */
  readonly worst: string | null;
  /** Readiness in percent by day, oldest first. */
  readonly trend: readonly number[];
}

export interface PortfolioPorts {
  /** All repositories on which the app is installed. */
  readonly repositories: () => Promise<readonly WebRepository[]>;
  /** How these stand; those that were never looked at are left out. */
  readonly lines: (repositories: readonly number[]) => Promise<readonly PortfolioLine[]>;
}
