import { dayIn } from '../calendar/calendar-day.ts';
import { standingBlockers } from './standing-blockers.ts';
import type { Standing, StandingDay } from './standing.ts';

/** What is kept of a standing for its day. */
export function standingDay(standing: Standing): StandingDay {
  const { items, coverage, metrics } = standing;
  return {
    day: dayIn(standing.timezone, standing.at),
    sprint: standing.sprint,
    percent: standing.percent,
    blockers: standingBlockers(standing).length,
    items: { all: items.length, closed: items.filter(({ closedAt }) => closedAt !== null).length },
    coverage: Object.fromEntries(
      coverage.flatMap(({ component, covered, total }) => (covered === null || !total ? [] : [[component, Math.floor((covered * 10_000) / total)]])),
    ),
    metrics: Object.fromEntries(metrics.map(({ id, value }) => [id, value])),
  };
}
