import type { StandingSummary } from '../../store/standings/list-standings.ts';
import type { WebRepository } from '../access/web-repository.ts';

export interface PortfolioPorts {
  /** All repositories on which the app is installed. */
  readonly repositories: () => Promise<readonly WebRepository[]>;
  /** How these stand; those that were never judged are left out. */
  readonly standings: (repositories: readonly number[]) => Promise<readonly StandingSummary[]>;
  /** Their readiness in percent by day from `YYYY-MM-DD` on, oldest first. */
  readonly trends: (repositories: readonly number[], from: string) => Promise<ReadonlyMap<number, readonly number[]>>;
}
