import { startOfDay } from '../calendar/calendar-day.ts';
import { looksBack } from './looks-back.ts';
import { placeOfReview, placeOfSprint } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import { sprintTurn } from './sprint-turn.ts';

/** The issues whose comments matter now, and since when (ISO): all that we write about a sprint's turn is written after it. */
export function askedComments(snapshot: SprintSnapshot): { readonly issues: readonly number[]; readonly since: string } {
  const turn = sprintTurn(snapshot.policy, snapshot.now);
  const { current, endedAt } = turn;
  const past = looksBack(snapshot, turn);
  const places = [past && placeOfReview(snapshot, past.ended), current && placeOfSprint(snapshot, current)];
  const since = endedAt ?? startOfDay(snapshot.policy.schedule.timezone, snapshot.policy.schedule.start);
  return { issues: [...new Set(places.filter((place) => place !== null))], since };
}
