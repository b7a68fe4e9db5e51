import { uncoveredPatterns } from './patterns-cover.ts';
import type { Component, Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

/**
 * Components that lose files to one with a lower floor: a file belongs to the first that holds it, so one that is new ahead of
 * another, moved ahead of it, or widened there takes files away. Whether two patterns meet is decided towards caution.
 */
export function orderWeakenings(before: Policy, after: Policy): Weakening[] {
  return after.components.flatMap((loser, index) => {
    const old = before.components.find(({ id }) => id === loser.id);
    if (!old) return [];
    const ahead = after.components.slice(0, index).filter((winner) => winner.floor < loser.floor && takes(before, { winner, old }));
    return ahead.map((winner) => ({
      kind: 'component-narrowed' as const,
      path: `components.${loser.id}.paths`,
      from: loser.paths.join(', '),
      to: `${loser.paths.join(', ')} (${winner.id}: ${winner.paths.join(', ')})`,
    }));
  });
}

function takes(before: Policy, { winner, old }: { winner: Component; old: Component }): boolean {
  const ids = before.components.map(({ id }) => id);
  const known = before.components.find(({ id }) => id === winner.id);
  const wasAhead = known !== undefined && ids.indexOf(known.id) < ids.indexOf(old.id);
  const gained = wasAhead ? [...uncoveredPatterns(winner.paths, known.paths), ...uncoveredPatterns(known.exclude, winner.exclude)] : winner.paths;
  return gained.some((pattern) => old.paths.some((other) => mayMeet(pattern, other)));
}

/** False only where what stands before the first wildcard, or after the last, keeps two patterns apart. */
function mayMeet(a: string, b: string): boolean {
  return begins(fixedStart(a), fixedStart(b)) && ends(fixedEnd(a), fixedEnd(b));
}

function begins(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function ends(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a);
}

const special = /[*?[\]{}()!+@]/;

function fixedStart(pattern: string): string {
  const at = pattern.search(special);
  return at < 0 ? pattern : pattern.slice(0, at);
}

function fixedEnd(pattern: string): string {
  return pattern.split(special).at(-1) ?? '';
}
