import type { Policy } from '../policy/policy.ts';
import type { MilestoneFacts } from '../snapshot/facts.ts';
import { milestonePlace } from './milestone-place.ts';
import { readSprint } from './read-sprint.ts';

/** Our milestone of a sprint, found by its marker; null while it is not seeded. */
export function sprintMilestone(policy: Policy, milestones: readonly MilestoneFacts[], sprint: string): MilestoneFacts | null {
  const found = milestones.find(({ description }) => {
    const place = milestonePlace(policy, description);
    return place?.kind === 'sprint' && readSprint(policy, String(place.sprint)) === sprint;
  });
  return found ?? null;
}
