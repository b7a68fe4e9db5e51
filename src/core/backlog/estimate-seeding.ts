import type { Write } from '../plan/write.ts';
import { type ContentLimits, githubContentLimits, nextWriteAt } from './content-limits.ts';
import { isLoud } from './is-loud.ts';

export interface SeedingEstimate {
  readonly writes: number;
  /** Seconds that GitHub's limits make it take at least, the requests themselves not counted. */
  readonly seconds: number;
}

/** How long seeding will take under GitHub's content limits, by going through the writes with a clock of its own. */
export function estimateSeeding(writes: readonly Write[], limits: ContentLimits = githubContentLimits, past: readonly number[] = []): SeedingEstimate {
  const start = past.at(-1) ?? 0;
  const times = [...past];
  let now = start;
  for (const write of writes) {
    now = nextWriteAt(limits, times, { now, loud: isLoud(write) });
    times.push(now);
  }
  return { writes: writes.length, seconds: Math.ceil((now - start) / 1000) };
}
