import type { Write } from '../plan/write.ts';
import { planClosings } from './plan-closings.ts';
import { planDigest } from './plan-digest.ts';
import { planOpenings } from './plan-openings.ts';
import { planPlanningText } from './plan-planning-text.ts';
import { planReview } from './plan-review.ts';
import { planRollover } from './plan-rollover.ts';
import { milestoneOfSprint } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import { sprintTurn } from './sprint-turn.ts';

/**
 * What is to be written now for the life of the sprints: one stage at a time, because a later one refers to what an earlier
 * one opens. Carried out and planned again until nothing is left; from then on a look writes nothing. Each stage is found
 * again by its markers, so that a kill between any two writes repeats none. Without the milestones of the plan: nothing.
 */
export function planSprintLife(snapshot: SprintSnapshot): Write[] {
  const turn = sprintTurn(snapshot.policy, snapshot.now);
  const { current, ended } = turn;
  const seeded = [current, ended].some((dates) => dates && milestoneOfSprint(snapshot, dates.sprint));
  if (!seeded) return [];
  const stages = [planOpenings, planReview, planRollover, planClosings, planPlanningText, planDigest];
  for (const stage of stages) {
    const writes = stage(snapshot, turn);
    if (writes.length > 0) return writes;
  }
  return [];
}
