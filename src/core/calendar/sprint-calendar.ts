import type { Block } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { addDays, dayIn, startOfDay } from './calendar-day.ts';
import { endOfPeriod } from './work-period.ts';

/** One sprint: `end` is its last day and the due date of its milestone. */
export interface SprintDates {
  readonly sprint: number;
  readonly block: string;
  readonly start: string;
  readonly end: string;
}

/** What the calendar needs of a policy: a smaller object will do. */
export type Scheduled = Pick<Policy, 'playbook' | 'schedule'>;

/** All sprints in order, without a gap between them, holidays taken into account. */
export function sprintCalendar(policy: Scheduled): SprintDates[] {
  const { schedule } = policy;
  const holidays = new Set(schedule.holidays);
  let start = schedule.start;
  return sprintsOf(policy.playbook.blocks).map(({ sprint, block }) => {
    const end = endOfPeriod(start, schedule.sprintDays, holidays);
    const dates = { sprint, block, start, end };
    start = addDays(end, 1);
    return dates;
  });
}

/** The pilot phases, one after the other from the day after the last sprint. The method's durations do not count them. */
export function pilotCalendar(policy: Scheduled): { phase: string; start: string; end: string }[] {
  const holidays = new Set(policy.schedule.holidays);
  const last = sprintCalendar(policy).at(-1);
  let start = last ? addDays(last.end, 1) : policy.schedule.start;
  return policy.playbook.phases.map((phase) => {
    const end = endOfPeriod(start, phase.weeks * 7, holidays);
    const dates = { phase: phase.id, start, end };
    start = addDays(end, 1);
    return dates;
  });
}

/** The sprint of today by the schedule: before the start the first one, after the end the last one. */
export function currentSprint(policy: Scheduled, now: string): number {
  const calendar = sprintCalendar(policy);
  const today = dayIn(policy.schedule.timezone, now);
  const current = calendar.find((dates) => today <= dates.end) ?? calendar.at(-1);
  if (!current) throw new RangeError(`playbook ${policy.playbook.id} has no sprints`);
  return current.sprint;
}

/** The instants at which a sprint ends and the next begins: midnight in the schedule's time zone. ISO, in UTC. */
export function sprintTurns(policy: Scheduled): string[] {
  return sprintCalendar(policy)
    .slice(1)
    .map(({ start }) => startOfDay(policy.schedule.timezone, start));
}

/** The block of the repository by the schedule and today; milestone dates on GitHub have no say in it. */
export function repositoryBlock(policy: Scheduled, now: string): Block {
  const sprint = currentSprint(policy, now);
  const block = policy.playbook.blocks.find((candidate) => candidate.sprints.includes(sprint));
  if (!block) throw new RangeError(`sprint ${sprint} is in no block of playbook ${policy.playbook.id}`);
  return block;
}

/** The length of all sprints in whole weeks of work, against what the method promises. Holidays and the pilot are not counted. */
export function scheduleLength(policy: Scheduled): { weeks: number; profile: string; range: [number, number]; exceeds: boolean } {
  const { playbook, schedule } = policy;
  const profile = playbook.profiles.find((candidate) => candidate.id === schedule.profile);
  if (!profile) throw new RangeError(`playbook ${playbook.id} has no profile ${schedule.profile}`);
  const weeks = Math.ceil((sprintsOf(playbook.blocks).length * schedule.sprintDays) / 7);
  const [least, most] = profile.weeks;
  return { weeks, profile: profile.id, range: [least, most], exceeds: weeks > most };
}

function sprintsOf(blocks: readonly Block[]): { sprint: number; block: string }[] {
  return blocks.flatMap((block) => block.sprints.map((sprint) => ({ sprint, block: block.id }))).sort((a, b) => a.sprint - b.sprint);
}
