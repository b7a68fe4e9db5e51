import type { Trial } from './back-test.ts';

export interface Summary {
  /** Median of the absolute days between what P50 said and what came. */
  readonly error: number;
  readonly naiveError: number;
  /** Part of the ends that came by the day of P85. A forecast without a day covers. */
  readonly covered: number;
  readonly naiveCovered: number;
  /** Median of the days from P50 to P85. */
  readonly width: number;
}

/** What a number of forecasts was worth. */
export function summarise(trials: readonly Trial[]): Summary {
  const part = (of: (trial: Trial) => number) => trials.filter((trial) => of(trial) <= 0).length / trials.length;
  return {
    error: median(trials.map(({ p50 }) => Math.abs(p50))),
    naiveError: median(trials.map(({ naive }) => Math.abs(naive))),
    covered: part(({ p85 }) => p85),
    naiveCovered: part(({ naive }) => naive),
    width: median(trials.map(({ p50, p85 }) => (p50 === p85 ? 0 : p50 - p85))),
  };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
