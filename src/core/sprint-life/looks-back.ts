import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { milestoneOfSprint } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';

/** The turn with the sprint to look back on: the one that ended last, if the plan was there before its end. Earlier ones are past. */
export function looksBack(snapshot: SprintSnapshot, turn: SprintTurn): (SprintTurn & { readonly ended: SprintDates; readonly endedAt: string }) | null {
  const { ended, endedAt } = turn;
  if (!ended || endedAt === null) return null;
  const milestone = milestoneOfSprint(snapshot, ended.sprint);
  return milestone && Date.parse(milestone.createdAt) < Date.parse(endedAt) ? { ...turn, ended, endedAt } : null;
}
