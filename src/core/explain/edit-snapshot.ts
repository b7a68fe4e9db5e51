import { Temporal } from 'temporal-polyfill';
import { phaseKey } from '../backlog/milestone-key.ts';
import { isCalendarDay } from '../calendar/calendar-day.ts';
import { InputError } from '../errors/input-error.ts';
import { wrapMarked } from '../markers/marker.ts';
import { readSprint } from '../people/read-sprint.ts';
import type { Policy } from '../policy/policy.ts';
import type { MilestoneFacts, PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { Edits } from './edits.ts';
import { supposeCoverage } from './suppose-coverage.ts';
import { supposeSignatures } from './suppose-signatures.ts';

/**
 * The snapshot with edits: another configuration, another day, and what somebody would sign, upload or set on the pull
 * request of this number. The snapshot that comes in stays as it is. Throws an InputError for an edit that cannot be made.
 */
export function editSnapshot(snapshot: PullSnapshot, edits: Edits, number: number): PullSnapshot {
  const governed = edits.policy ? withPolicy(snapshot, edits.policy) : snapshot;
  if (governed.policy.kind !== 'in-force') throw new InputError('there is no configuration in force, so that nothing can be supposed of it.');
  const { policy } = governed.policy;
  const dated = edits.date === undefined ? governed : { ...governed, now: noonOf(edits.date, policy) };
  const decisions = supposeSignatures(dated, policy, edits.signatures ?? []);
  const evidence = supposeCoverage(dated, policy, edits.coverage ?? []);
  return {
    ...dated,
    pulls: dated.pulls.map((pull) => (pull.number === number ? editPull(pull, dated, edits) : pull)),
    evidence: { ...evidence, bundles: [...evidence.bundles, ...(edits.bundles ?? [])] },
    decisions: [...dated.decisions, ...decisions],
  };
}

/**
 * The same snapshot where people's decisions count as read: nobody decided but who is in it. Where a signature is supposed
 * and the decisions could not be read, both sides of the comparison rest on this.
 */
export function supposeDecisionsRead(snapshot: PullSnapshot): PullSnapshot {
  return { ...snapshot, unavailable: snapshot.unavailable.filter(({ what }) => what !== 'decisions') };
}

function withPolicy(snapshot: PullSnapshot, policy: Policy): PullSnapshot {
  return { ...snapshot, policy: { kind: 'in-force', policy, commit: null, problems: [], lastGood: false } };
}

function noonOf(day: string, policy: Policy): string {
  if (!isCalendarDay(day)) throw new InputError(`${day} is not a day; write it as YYYY-MM-DD, e.g. 2027-03-31.`);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: policy.schedule.timezone, plainTime: '12:00' }).toInstant().toString();
}

function editPull(pull: PullFacts, snapshot: PullSnapshot, { labels = [], milestone }: Edits): PullFacts {
  return { ...pull, labels: [...new Set([...pull.labels, ...labels])], milestone: milestone === undefined ? pull.milestone : milestoneOf(snapshot, milestone) };
}

function milestoneOf({ milestones, policy: state }: PullSnapshot, wanted: string): MilestoneFacts {
  const there = milestones.find(({ title }) => title === wanted);
  if (there) return there;
  if (state.kind !== 'in-force') throw new InputError(`there is no milestone "${wanted}".`);
  const { policy } = state;
  const phase = policy.playbook.phases.find(({ id }) => wanted === id || wanted === phaseKey(id));
  const key = phase ? phaseKey(phase.id) : readSprint(policy, wanted);
  if (key === null) throw new InputError(`there is no milestone "${wanted}"; write a sprint such as s07, a phase, or the title of a milestone that is there.`);
  return { number: 0, title: wanted, description: wrapMarked(policy.unit, key, ''), state: 'open', dueOn: null };
}
