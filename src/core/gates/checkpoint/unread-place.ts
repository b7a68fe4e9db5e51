import type { PullSnapshot } from '../../snapshot/pull-snapshot.ts';
import type { GateInput } from '../gate-input.ts';

/** Why the sprint of the issues that a pull request closes cannot be told; null where it closes none, or they were read. */
export function unreadPlace({ snapshot, pull }: Pick<GateInput, 'snapshot' | 'pull'>): PullSnapshot['unavailable'][number] | null {
  if (pull.closes.length === 0) return null;
  return snapshot.unavailable.find(({ what }) => ['issues', 'milestones', 'seeded'].includes(what)) ?? null;
}
