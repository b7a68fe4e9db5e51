/** The days by which half and 85 of 100 simulated futures had come to an end; null where more than that many never did. */
export interface ForecastDays {
  readonly p50: string | null;
  readonly p85: string | null;
}

export interface CheckpointForecast extends ForecastDays {
  readonly checkpoint: string;
  /** Items that are still open up to and including its block. */
  readonly open: number;
  /** Last day of its block by the plan. */
  readonly due: string;
}

/** A week of the future: items closed by its end in 15, 50 and 85 of 100 futures. */
export interface FanWeek {
  readonly day: string;
  readonly p15: number;
  readonly p50: number;
  readonly p85: number;
}

/**
 * When work will be done, by the team's own closing rate. `basis: 'plan'` while there are fewer than four whole weeks of it:
 * then the days are the plan's, and the pages say so.
 */
export interface Forecast {
  readonly basis: 'pace' | 'plan';
  /** Whole weeks of work that were observed. */
  readonly weeks: number;
  /** Items closed a week in them, oldest first. */
  readonly pace: readonly number[];
  readonly checkpoints: readonly CheckpointForecast[];
  /** All items that readiness needs. */
  readonly readiness: ForecastDays;
  readonly fan: readonly FanWeek[];
}
