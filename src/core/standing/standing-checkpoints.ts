import { checkpointState, type CheckpointStanding } from '../gates/checkpoint/checkpoint-state.ts';
import { sprintCalendar } from '../calendar/sprint-calendar.ts';
import { checkpointIssue } from '../people/checkpoint-issue.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { StandingCheckpoint } from './standing.ts';

const states: Partial<Record<CheckpointStanding, StandingCheckpoint['state']>> = {
  approved: 'signed',
  baseline: 'signed',
  conditions: 'conditions',
  rejected: 'rejected',
};

/** While these hold, `signed` names people: a signature that no longer counts is none, and who rejects does not sign. */
const signing: readonly CheckpointStanding[] = ['approved', 'baseline', 'conditions', 'partial'];

/** The checkpoint of every block, in order, with who signed it. One that still lacks a signature is open, and shows those it has. */
export function standingCheckpoints(policy: Policy, snapshot: Pick<PullSnapshot, 'now' | 'decisions' | 'seeded' | 'mergedSince'>): StandingCheckpoint[] {
  const { now, decisions, seeded, mergedSince: merged } = snapshot;
  const calendar = sprintCalendar(policy);
  return policy.playbook.blocks.map((block) => {
    const { state, by } = checkpointState(policy, decisions, { id: block.checkpoint, now, seeded, merged });
    const latest = new Map(by.map((decision) => [decision.by.id, { login: decision.by.login, at: decision.at }]));
    return {
      id: block.checkpoint,
      block: block.id,
      due: calendar.findLast((dates) => dates.block === block.id)?.end ?? policy.schedule.start,
      state: states[state] ?? 'open',
      signed: signing.includes(state) ? [...latest.values()] : [],
      issue: checkpointIssue(policy, seeded, block.checkpoint)?.number ?? null,
    };
  });
}
