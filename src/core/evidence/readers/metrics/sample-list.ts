/** Figures of raw samples, e.g. the duration of every request. Bounded: see `mostSamples`. */
export interface SampleList {
  add(value: number): void;
  readonly count: number;
  end(): SampleFigures | null;
}

export interface SampleFigures {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** The percentile by nearest rank: the smallest sample that at least `percent` % of all do not exceed. Null when there were too many samples. */
  rank(percent: number): number | null;
}

/** As many samples as percentiles are formed of (32 MiB). Of more, only count, mean, least and greatest are known. */
export const mostSamples = 1 << 22;

export function sampleList(): SampleList {
  let [kept, count, sum, min, max] = [new Float64Array(1024), 0, 0, Infinity, -Infinity];
  return {
    get count() {
      return count;
    },
    add(value) {
      if (count === kept.length && count < mostSamples) {
        const grown = new Float64Array(count * 2);
        grown.set(kept);
        kept = grown;
      }
      if (count < mostSamples) kept[count] = value;
      count += 1;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    },
    end() {
      if (count === 0) return null;
      const sorted = count <= mostSamples ? kept.subarray(0, count).sort() : null;
      // Whole percents keep the rank exact: 0.55 * 100 is 55.00000000000001 in floating point.
      const rank = (percent: number): number | null => sorted?.[Math.max(Math.ceil((percent * count) / 100), 1) - 1] ?? null;
      return { count, min, max, mean: sum / count, rank };
    },
  };
}
