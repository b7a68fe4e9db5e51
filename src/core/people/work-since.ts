import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
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
  /** Our issues, with those of conditions among them. */
  readonly seeded?: readonly IssueFacts[];
}

/**
 * Finds whose work was merged for a checkpoint's block: whatever was merged since the previous sign-off, and what bears a
 * milestone of the block whenever it was merged. No milestone takes work away: else moving merged work would buy independence.
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

/** A sign-off that was voided since has seen its commits all the same. */
function previousSignOff({ policy, decisions, now, seeded = [] }: Input, index: number): Decision | null {
  const previous = index > 0 ? policy.playbook.blocks[index - 1] : undefined;
  if (!previous) return null;
  const state = checkpointState(policy, decisions, { id: previous.checkpoint, now, seeded, merged: 'ignored' });
  return state.signed ? (state.by.at(-1) ?? null) : null;
}

function belongs(policy: Policy, pull: MergedPull, place: { index: number; since: string | null }): boolean {
  if (isAfter(pull.mergedAt, place.since)) return true;
  const milestone = milestonePlace(policy, pull.milestoneDescription);
  return milestone?.kind === 'sprint' && policy.playbook.blocks[place.index]?.sprints.includes(milestone.sprint) === true;
}

function contributorsOf(policy: Policy, pull: MergedPull): number[] {
  const people = [pull.author, ...pull.pushers];
  return policy.independence === 'strict' ? [...people, ...pull.committers] : people;
}

function isAfter(time: string, since: string | null): boolean {
  return since === null || Date.parse(time) > Date.parse(since);
}
