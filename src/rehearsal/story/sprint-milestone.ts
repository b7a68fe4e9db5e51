import { readMarked } from '../../core/markers/marker.ts';
import type { Repository } from '../github/records/repository.ts';

/** The number of the milestone that was seeded for a sprint; null where it is not there. */
export function sprintMilestone(repository: Repository, sprint: number): number | null {
  const key = `s${String(sprint).padStart(2, '0')}`;
  for (const milestone of repository.milestones.values()) if (readMarked(milestone.description)?.marker.id.endsWith(key)) return milestone.number;
  return null;
}
