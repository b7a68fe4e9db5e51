import { addDays, startOfDay } from '../../../src/core/calendar/calendar-day.ts';
import { sprintCalendar } from '../../../src/core/calendar/sprint-calendar.ts';
import { sprintKey } from '../../../src/core/backlog/milestone-key.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import type { IssueFacts } from '../../../src/core/snapshot/facts.ts';
import { afterWrites } from '../../../src/core/sprint-life/after-writes.ts';
import { askedComments } from '../../../src/core/sprint-life/asked-comments.ts';
import { planSprintLife } from '../../../src/core/sprint-life/plan-sprint-life.ts';
import type { SprintSnapshot } from '../../../src/core/sprint-life/sprint-snapshot.ts';
import { authorities, issue, milestone, policyOf } from '../people/people-fixtures.ts';

export const timezone = 'America/Mexico_City';

export function policyWith(sprints: string, locale = 'en'): Policy {
  return policyOf(`${authorities}${sprints === '' ? '' : `sprints: ${sprints}\n`}`, locale);
}

/** Noon of a day of a sprint, counted from 0. */
export function noonOf(policy: Policy, sprint: number, day = 0): string {
  const dates = sprintCalendar(policy).find((each) => each.sprint === sprint);
  return new Date(Date.parse(startOfDay(timezone, addDays(dates?.start ?? '', day))) + 12 * 3_600_000).toISOString();
}

/** Number of the milestone of a sprint in these worlds. */
export const inSprint = (sprint: number) => sprint + 1;

/** An issue of a person in the milestone of a sprint. */
export function work(number: number, sprint: number | null, more: Partial<IssueFacts> = {}): IssueFacts {
  return issue(number, null, { milestone: sprint === null ? null : inSprint(sprint), ...more });
}

export const closedOn = (at: string): Partial<IssueFacts> => ({ state: 'closed', stateReason: 'completed', closedAt: at });

/** All milestones of the plan, the issues of blocks and checkpoints, and what else stands there. */
export function worldOf(policy: Policy, more: Partial<SprintSnapshot> & Pick<SprintSnapshot, 'now'>): SprintSnapshot {
  const plan = policy.playbook.items.filter(({ kind }) => kind === 'block' || kind === 'checkpoint').map(({ id }, index) => issue(900 + index, id));
  const { issues = [], ...rest } = more;
  const snapshot: SprintSnapshot = {
    policy,
    milestones: sprintCalendar(policy).map(({ sprint }) => ({ ...milestone(inSprint(sprint), sprintKey(sprint)), createdAt: '2027-01-04T12:00:00Z' })),
    backlog: [],
    comments: new Map(),
    decisions: [],
    days: [],
    ...rest,
    issues: [...plan, ...issues],
  };
  return withComments(snapshot);
}

/** The same with the comments of all places known. */
export function withComments(snapshot: SprintSnapshot): SprintSnapshot {
  const asked = askedComments(snapshot).issues.map((number) => [number, snapshot.comments.get(number) ?? []] as const);
  return { ...snapshot, comments: new Map([...snapshot.comments, ...asked]) };
}

export interface Played {
  readonly writes: readonly Write[];
  readonly snapshot: SprintSnapshot;
}

/** Plans and carries out until nothing is left; `most` writes at most, as when the process is killed after them. */
export function play(start: SprintSnapshot, most = Number.POSITIVE_INFINITY): Played {
  let snapshot = withComments(start);
  const done: Write[] = [];
  // Also above what an earlier play opened.
  const first = 5_000 + start.issues.length + [...start.comments.values()].flat().length;
  for (let stage = 0; stage < 12; stage += 1) {
    const writes = planSprintLife(snapshot).slice(0, most - done.length);
    if (writes.length === 0) return { writes: done, snapshot };
    snapshot = afterWrites(
      snapshot,
      writes,
      writes.map((_, index) => idOf(writes, index, first + done.length)),
    );
    done.push(...writes);
  }
  throw new Error('it does not come to rest');
}

function idOf(writes: readonly Write[], index: number, from: number): number {
  const write = writes[index];
  return write?.do === 'update-comment' ? write.comment : from + index;
}

export const told = (writes: readonly Write[]) =>
  writes.map((write) =>
    [write.do, 'markerId' in write ? write.markerId : 'key' in write ? write.key : '', 'issue' in write ? `#${write.issue}` : ''].join(' ').trim(),
  );
