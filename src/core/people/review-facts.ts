import type { Person } from './decision.ts';

/** A review of a pull request as GitHub lists it. */
export interface ReviewFacts {
  readonly id: number;
  readonly author: Person;
  /** `APPROVED`, `CHANGES_REQUESTED`, `COMMENTED` or `DISMISSED`. */
  readonly state: string;
  /** The commit that was reviewed; null when GitHub no longer knows it. */
  readonly commitId: string | null;
  readonly submittedAt: string;
  readonly url: string;
}

/** A label was put on a pull request, or taken off. */
export interface LabelChange {
  readonly label: string;
  readonly on: boolean;
  readonly at: string;
}
