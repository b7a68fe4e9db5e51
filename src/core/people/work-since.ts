import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import type { Policy } from '../policy/policy.ts';
import type { Decision } from './decision.ts';
import type { MergedPull, MergedWork } from './merged-work.ts';
import { milestonePlace } from './milestone-place.ts';

/** Whose work a checkpoint judges, and from which commit on. */
export interface CheckpointWork {
  readonly contributors: ReadonlySet<number>;
  readonly pulls: readonly number[];
  /** Commit and time of the previous checkpoint's sign-off; null: from the beginning. */
  readonly from: string | null;
  readonly since: string | null;
}

interface Input {
  readonly policy: Policy;
  readonly work: MergedWork;
  readonly decisions: readonly Decision[];
  readonly checkpoint: string;
  readonly now: string;
}

/**
 * Finds whose work was merged for a checkpoint's block since the previous sign-off. A pull request of the block itself
 * counts whenever it was merged, one without a milestone of ours by its time; one of a later block does not count.
 */
export function workSince(input: Input): CheckpointWork {
  const { policy, work } = input;
  const index = policy.playbook.blocks.findIndex((block) => block.checkpoint === input.checkpoint);
  const previous = previousSignOff(input, index);
  const since = previous?.at ?? null;
  const pulls = work.pulls.filter((pull) => belongs(policy, pull, { index, since }));
  const pushers = work.directPushes.filter((push) => isAfter(push.at, since)).map((push) => push.userId);
  return {
    contributors: new Set([...pulls.flatMap((pull) => contributorsOf(policy, pull)), ...pushers]),
    pulls: pulls.map((pull) => pull.number),
    from: previous?.commits.to ?? null,
    since,
  };
}

function previousSignOff({ policy, decisions, now }: Input, index: number): Decision | null {
  const previous = index > 0 ? policy.playbook.blocks[index - 1] : undefined;
  if (!previous) return null;
  const state = checkpointState(policy, decisions, { id: previous.checkpoint, now });
  return state.signed ? (state.by.at(-1) ?? null) : null;
}

function belongs(policy: Policy, pull: MergedPull, place: { index: number; since: string | null }): boolean {
  const milestone = milestonePlace(policy, pull.milestoneDescription);
  if (milestone?.kind === 'phase') return false;
  const block = milestone ? policy.playbook.blocks.findIndex(({ sprints }) => sprints.includes(milestone.sprint)) : -1;
  if (block === place.index) return true;
  return block < place.index && isAfter(pull.mergedAt, place.since);
}

function contributorsOf(policy: Policy, pull: MergedPull): number[] {
  const people = [pull.author, ...pull.pushers];
  return policy.independence === 'strict' ? [...people, ...pull.committers] : people;
}

function isAfter(time: string, since: string | null): boolean {
  return since === null || Date.parse(time) > Date.parse(since);
}
