import { dayIn } from '../calendar/calendar-day.ts';
import { sprintCalendar } from '../calendar/sprint-calendar.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * The day by which conditions without a date must be met: when the next checkpoint of the plan is due, since its block builds on
 * this one. Null when that day is over or there is no next one: then somebody must name a day.
 */
export function conditionsDue(policy: Policy, checkpoint: string, now: string): string | null {
  const { blocks } = policy.playbook;
  const next = blocks[blocks.findIndex((block) => block.checkpoint === checkpoint) + 1];
  const due = sprintCalendar(policy).findLast((dates) => dates.block === next?.id)?.end ?? null;
  return due !== null && due >= dayIn(policy.schedule.timezone, now) ? due : null;
}
