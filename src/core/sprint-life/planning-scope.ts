import { sprintKey } from '../backlog/milestone-key.ts';
import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { committedLabel } from '../people/committed-label.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import { itemsOf } from './sprint-work.ts';

/** How the items of a sprint stand against what was committed to. */
export interface PlanningScope {
  /** Committed to, wherever they are now. */
  readonly committed: readonly IssueFacts[];
  /** In the sprint since after the commit. */
  readonly added: readonly IssueFacts[];
  /** In the sprint when it was committed to, but not part of that. */
  readonly leftOut: readonly IssueFacts[];
}

const state = /^<!-- left-out:((?: \d+)*) -->$/m;

/** Numbers of the items that were left out when the team committed, as the planning issue remembers them; null before that. */
export function rememberedScope(text: string): number[] | null {
  const numbers = state.exec(text)?.[1];
  return numbers === undefined ? null : [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number));
}

/** The hidden line by which the planning issue remembers it. */
export function rememberScope({ leftOut }: { readonly leftOut: readonly number[] }): string {
  return `<!-- left-out:${leftOut.map((number) => ` ${number}`).join('')} -->`;
}

/** Null while nobody committed to anything. `remembered` tells what had been there from what came later. */
export function planningScope(snapshot: SprintSnapshot, { sprint }: SprintDates, remembered: readonly number[] | null): PlanningScope | null {
  const label = committedLabel(sprintKey(sprint));
  const committed = snapshot.issues.filter(({ labels }) => labels.includes(label)).toSorted((a, b) => a.number - b.number);
  if (committed.length === 0) return null;
  const others = itemsOf(snapshot, sprint).filter(({ labels }) => !labels.includes(label));
  const wasThere = ({ number }: IssueFacts) => remembered === null || remembered.includes(number);
  return { committed, added: others.filter((issue) => !wasThere(issue)), leftOut: others.filter(wasThere) };
}
