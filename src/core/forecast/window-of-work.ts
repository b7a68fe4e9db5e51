import type { StandingItem } from '../standing/standing.ts';

/** What was seen with so many open up to a sprint: how often, and how often one of them was closed next. */
interface Seen {
  times: number;
  hits: number;
}

/** Nobody is known to be stricter than this, in items. */
const loosest = 400;
const steps = 40;

/**
 * How strictly a team works in the order of its sprints, in items: of a sprint's work of which so many or more are left, the
 * next one closed is one; of fewer, in proportion, with others open after it. So the last of them wait longest. 1 is strict,
 * and taken where nothing was seen.
 */
export function windowOfWork(items: readonly Pick<StandingItem, 'sprint' | 'closedAt'>[], lastSprint: number): number {
  return windowOf(observe(items, lastSprint));
}

/**
 * At each closing, and for each sprint but the plan's last: what was open up to it. Which sprints are looked at does not depend
 * on the items, for one item more must never make a team look stricter.
 */
function observe(items: readonly Pick<StandingItem, 'sprint' | 'closedAt'>[], lastSprint: number): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  const open: number[] = [];
  for (const { sprint } of items) if (sprint !== null) open[sprint] = (open[sprint] ?? 0) + 1;
  const closings = items
    .flatMap(({ sprint, closedAt }) => (sprint !== null && closedAt !== null ? [{ sprint, at: Date.parse(closedAt) }] : []))
    .sort((a, b) => a.at - b.at || a.sprint - b.sprint);
  for (const { sprint } of closings) {
    let rest = 0;
    for (let until = 0; until < lastSprint; until += 1) {
      rest += open[until] ?? 0;
      if (rest === 0) continue;
      const known = seen.get(rest) ?? { times: 0, hits: 0 };
      seen.set(rest, { times: known.times + 1, hits: known.hits + (sprint <= until ? 1 : 0) });
    }
    open[sprint] = (open[sprint] ?? 1) - 1;
  }
  return seen;
}

/** The window under which as many hits are expected as were seen; between strict (1) and none (400). */
function windowOf(seen: ReadonlyMap<number, Seen>): number {
  const hits = [...seen.values()].reduce((sum, { hits: some }) => sum + some, 0);
  const expected = (window: number) => [...seen].reduce((sum, [rest, { times }]) => sum + times * Math.min(1, rest / window), 0);
  let [low, high] = [1, loosest];
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    if (expected(middle) > hits) low = middle;
    else high = middle;
  }
  return seen.size === 0 ? 1 : high;
}
