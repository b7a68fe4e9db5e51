import { currentSprint } from '../../calendar/sprint-calendar.ts';
import type { GateInput } from '../gate-input.ts';
import { pullSprint } from './pull-sprint.ts';

/** Position of the block that binds, the later of today's and the pull request's: an earlier milestone makes no demand go away. */
export function bindingBlock({ policy, snapshot, pull }: Pick<GateInput, 'policy' | 'snapshot' | 'pull'>): number {
  const own = pullSprint({ policy, pull, now: snapshot.now, seeded: snapshot.seeded, milestones: snapshot.milestones });
  const position = (sprint: number): number => policy.playbook.blocks.findIndex((block) => block.sprints.includes(sprint));
  return Math.max(position(currentSprint(policy, snapshot.now)), position(own.sprint));
}
