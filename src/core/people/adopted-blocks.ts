import { blocksBefore } from '../backlog/blocks-before.ts';
import type { Block } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { readSprint } from './read-sprint.ts';

/** The blocks that adopting at a sprint accepts, however the sprint is written; none when it is no sprint of the plan. */
export function adoptedBlocks(policy: Policy, written: string): Block[] {
  const sprint = readSprint(policy, written);
  return sprint === null ? [] : blocksBefore(policy, sprint);
}
