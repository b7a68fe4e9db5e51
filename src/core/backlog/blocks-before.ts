import type { Block } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The blocks that lie before a sprint, given by its milestone key (`s07`): what `adopt --at s07` asks an authority to accept
 * as a baseline. A block that the sprint itself belongs to is not before it. Throws a RangeError for a key that is no sprint.
 */
export function blocksBefore(policy: Policy, sprint: string): Block[] {
  const number = /^s(\d{1,3})$/.exec(sprint)?.[1];
  const blocks = policy.playbook.blocks;
  const known = number !== undefined && blocks.some((block) => block.sprints.includes(Number(number)));
  if (!known) {
    const last = Math.max(...blocks.flatMap((block) => block.sprints));
    throw new RangeError(`"${sprint}" is not a sprint of ${policy.playbook.id}; write s00 to s${String(last).padStart(2, '0')}.`);
  }
  return blocks.filter((block) => block.sprints.every((own) => own < Number(number)));
}
