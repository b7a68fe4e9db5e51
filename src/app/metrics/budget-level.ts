import { Gauge, type Registry } from 'prom-client';
import type { Happening } from '../../telemetry/happening.ts';
import { resourceLabel } from './label-of.ts';

type Level = Extract<Happening, { what: 'budget' }>;

// GitHub's hourly limits begin anew: what was said longer ago says nothing.
const stale = 3_600_000;

/**
 * What is left of GitHub's limits in the installation that has least, as GitHub last told this process. There may be
 * hundreds of installations: a series for each would cost more than it tells.
 */
export function budgetLevel(registry: Registry, clock: () => number): (level: Level) => void {
  const levels = new Map<string, { readonly level: Level; readonly at: number }>();
  const current = () => {
    for (const [id, { at }] of levels) if (clock() - at > stale) levels.delete(id);
    return [...levels.values()].map(({ level }) => level);
  };
  gauge(registry, {
    name: 'sprintgate_api_budget_remaining',
    help: 'Requests left, in the installation that has fewest, by GitHub’s resource.',
    of: (level) => level.remaining,
    current,
  });
  gauge(registry, {
    name: 'sprintgate_api_budget_remaining_ratio',
    help: 'What part of the limit is left, in the installation that has least, 0 to 1.',
    of: (level) => (level.limit > 0 ? level.remaining / level.limit : 0),
    current,
  });
  return (level) => {
    levels.set(`${level.installation}/${resourceLabel(level.resource)}`, { level, at: clock() });
  };
}

interface Least {
  readonly name: string;
  readonly help: string;
  readonly of: (level: Level) => number;
  readonly current: () => readonly Level[];
}

function gauge(registry: Registry, { name, help, of, current }: Least): void {
  new Gauge({
    registers: [registry],
    name,
    help,
    labelNames: ['resource'],
    collect() {
      this.reset();
      const least = new Map<string, number>();
      for (const level of current()) {
        const resource = resourceLabel(level.resource);
        least.set(resource, Math.min(of(level), least.get(resource) ?? Infinity));
      }
      for (const [resource, value] of least) this.set({ resource }, value);
    },
  });
}
