/** What is assumed about how a pace goes on. */
export interface Assumptions {
  /** Weeks after which a week says half as much of the pace as the newest. */
  readonly halfLife: number;
  /** Weeks back that are looked at. */
  readonly memory: number;
  /** How likely the next week resembles the one that followed in history, instead of any. */
  readonly follow: number;
  /** Spread of the change of pace a week that no history shows, as a part of it. */
  readonly drift: number;
  /** How much of a change of pace lives on from week to week. */
  readonly damping: number;
  /** How sure one is beforehand that there is no trend, in squared weeks: larger is surer. */
  readonly calm: number;
}

/** Chosen on generated histories of other seeds than those that `npm run bench:forecast` measures on. */
export const assumptions: Assumptions = { halfLife: 16, memory: 52, follow: 0.4, drift: 0.015, damping: 0.92, calm: 1_000 };
