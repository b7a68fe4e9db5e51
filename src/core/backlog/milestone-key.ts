import type { Item } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';

/** The key of a sprint's milestone: `s03`. */
export function sprintKey(sprint: number): string {
  return `s${String(sprint).padStart(2, '0')}`;
}

/** The key of a pilot phase's milestone: `pilot-alpha`. */
export function phaseKey(phase: string): string {
  return phase.startsWith('pilot') ? phase : `pilot-${phase}`;
}

/** The milestone that holds an item: of its phase, its sprint, its block, else of the first sprint. */
export function milestoneOf(item: Item, policy: Policy): string {
  if (item.phase !== undefined) return phaseKey(item.phase);
  if (item.sprint !== undefined) return sprintKey(item.sprint);
  const blocks = policy.playbook.blocks;
  const block = blocks.find((candidate) => candidate.id === item.block);
  return sprintKey(block?.sprints[0] ?? blocks[0]?.sprints[0] ?? 0);
}
