import type { PlanDifference } from '../backlog/compare-plans.ts';
import type { OpenPullFlips } from './open-pull-flips.ts';
import type { ConfigProblem } from './policy.ts';
import type { Weakening } from './weakening.ts';

/** What the configuration that a pull request changes would be. It is never in force before it is merged. */
export interface ConfigPreview {
  /** Why it cannot be used as it is. */
  readonly problems: readonly ConfigProblem[];
  /** What would have no effect, e.g. a value under a path that the organisation locked: told, no reason to fail. */
  readonly notices?: readonly ConfigProblem[];
  readonly weakenings: readonly Weakening[];
  /** What seeding would do otherwise; left out where no configuration is in force, or this one cannot be used. */
  readonly plan?: PlanDifference;
  /** Which other open pull requests would come out otherwise. */
  readonly flips?: OpenPullFlips;
}
