import { pilotCalendar } from '../calendar/sprint-calendar.ts';
import { backlogItems } from '../backlog/backlog-items.ts';
import type { Policy } from '../policy/policy.ts';
import type { StandingPhase } from './standing.ts';

/** The pilot phases with their dates and what must hold in each. */
export function standingPhases(policy: Policy): StandingPhase[] {
  const items = backlogItems(policy);
  return pilotCalendar(policy).map(({ phase, start, end }) => {
    const own = items.filter(({ item }) => item.phase === phase).flatMap(({ item }) => item.criteria);
    return { id: phase, start, end, criteria: [...new Set(own)] };
  });
}
