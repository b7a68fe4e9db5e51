import { uncoveredPatterns } from './patterns-cover.ts';
import type { Component, Policy } from './policy.ts';
import { isCarriedLonger } from './weaken-carry.ts';
import type { Weakening } from './weakening.ts';
import { isWiderDrop } from './wider-drop.ts';

/**
 * Components that lose files to one of which less is asked: a file belongs to the first that holds it, so one that is new ahead of
 * another, moved ahead of it, or widened there takes files away. Whether two patterns meet is decided towards caution.
 */
export function orderWeakenings(before: Policy, after: Policy): Weakening[] {
  return after.components.flatMap((loser, index) => {
    const old = before.components.find(({ id }) => id === loser.id);
    if (!old) return [];
    const ahead = after.components.slice(0, index).filter((winner) => isLaxer(after, { winner, loser }) && takes(before, { winner, old }));
    return ahead.map((winner) => ({
      kind: 'component-narrowed' as const,
      path: `components.${loser.id}.paths`,
      from: loser.paths.join(', '),
      to: `${loser.paths.join(', ')} (${winner.id}: ${winner.paths.join(', ')})`,
    }));
  });
}

/** Whether anything is asked of a component's files that is not asked of the other's. */
function isLaxer({ playbook }: Policy, { winner, loser }: { winner: Component; loser: Component }): boolean {
  const testsOf = ({ kind }: Component) => playbook.componentKinds.find(({ id }) => id === kind)?.tests ?? [];
  const required = testsOf(winner);
  return (
    winner.floor < loser.floor ||
    isWiderDrop(loser.threshold, winner.threshold) ||
    isCarriedLonger(loser.carryForward, winner.carryForward) ||
    (loser.uploads.length > 0 && winner.uploads.length === 0) ||
    testsOf(loser).some((test) => !required.includes(test))
  );
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
