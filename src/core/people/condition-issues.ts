import { readMarked } from '../markers/marker.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import type { Decision } from './decision.ts';

/** How one condition of an approval stands. */
export interface ConditionStanding {
  readonly text: string;
  /** Number of its issue; null while there is none. */
  readonly issue: number | null;
  readonly met: boolean;
  /** By when its issue must be closed; null for approvals of before conditions had issues. */
  readonly due: string | null;
}

/** The marker id of the issue of one condition, counted from 1. */
export function conditionMarkerId(decision: string, position: number): string {
  return `condition.${decision}.${position}`;
}

/**
 * How the conditions of an approval stand. One is met when its issue was closed as completed in time: closing it late, or as
 * not planned, does not count, and neither does an issue that cannot be found. Where several bear its marker, all must be closed.
 */
export function conditionStandings(decision: Decision, seeded: readonly IssueFacts[]): ConditionStanding[] {
  const due = decision.due ?? null;
  return decision.conditions.map((text, index) => {
    const own = due === null ? [] : issuesOf(decision, index + 1, seeded);
    const met = due !== null && own.length > 0 && own.every((issue) => isFulfilled(issue, due));
    const shown = own.find((issue) => due === null || !isFulfilled(issue, due)) ?? own[0];
    return { text, issue: shown?.number ?? null, met, due };
  });
}

/** Whether the day of an approval's conditions has come and one of them is not met: then the approval no longer counts. */
export function hasLapsed(decision: Decision, seen: { readonly seeded: readonly IssueFacts[]; readonly now: string }): boolean {
  if (decision.due === undefined || Date.parse(decision.due) > Date.parse(seen.now)) return false;
  return conditionStandings(decision, seen.seeded).some(({ met }) => !met);
}

function issuesOf(decision: Decision, position: number, seeded: readonly IssueFacts[]): IssueFacts[] {
  const id = conditionMarkerId(decision.id, position);
  return seeded.filter((issue) => {
    const marker = readMarked(issue.body)?.marker;
    return marker?.id === id && marker.unit === decision.unit;
  });
}

function isFulfilled(issue: IssueFacts, due: string): boolean {
  if (issue.state !== 'closed' || issue.stateReason !== 'completed' || !issue.closedAt) return false;
  // Exclusive, as every end is: what was closed during the last day is in time.
  return Date.parse(issue.closedAt) < Date.parse(due);
}
