import type { Policy } from '../policy/policy.ts';

/** A block in the words of the sprint table, e.g. `Sprint 9-10 (Seguridad y cumplimiento)`. */
export function blockName(policy: Policy, id: string): string {
  const block = policy.playbook.blocks.find((candidate) => candidate.id === id);
  const focus = policy.text.blocks[id]?.title;
  if (!block) return id;
  const sprints = [block.sprints[0], block.sprints.at(-1)].filter((sprint, index, both) => index === 0 || sprint !== both[0]);
  return `${policy.text.sprint} ${sprints.join('-')}${focus === undefined ? '' : ` (${focus})`}`;
}
