import { sprintKey } from '../backlog/milestone-key.ts';
import { sprintMilestone } from '../people/sprint-milestone.ts';
import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { milestonePlace } from '../people/milestone-place.ts';
import { committedLabel } from '../people/committed-label.ts';
import { isSprintItem } from '../people/is-sprint-item.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';

/** The work of a sprint as it stands. */
export interface SprintWork {
  /** Closed before the given instant, or now. */
  readonly done: readonly IssueFacts[];
  /** Closed as not planned. */
  readonly dropped: readonly IssueFacts[];
  /** Open, or closed only after the instant. */
  readonly unfinished: readonly IssueFacts[];
  /** Committed to for it, and moved elsewhere since. */
  readonly moved: readonly IssueFacts[];
}

/** Items that stand in the milestone of a sprint, oldest first. */
export function itemsOf({ policy, milestones, issues }: SprintSnapshot, sprint: number): IssueFacts[] {
  const milestone = sprintMilestone(policy, milestones, sprintKey(sprint));
  if (!milestone) return [];
  return issues.filter((issue) => issue.milestone === milestone.number && isSprintItem(policy, issue)).toSorted((a, b) => a.number - b.number);
}

/** What of a sprint's work was done by an instant (ISO); null: by now. */
export function workOf(snapshot: SprintSnapshot, { sprint }: SprintDates, by: string | null): SprintWork {
  const items = itemsOf(snapshot, sprint);
  const label = committedLabel(sprintKey(sprint));
  const here = new Set(items.map(({ number }) => number));
  const inTime = ({ state, closedAt }: IssueFacts) => state === 'closed' && (by === null || !closedAt || Date.parse(closedAt) < Date.parse(by));
  const dropped = items.filter((issue) => inTime(issue) && issue.stateReason === 'not_planned');
  return {
    done: items.filter((issue) => inTime(issue) && issue.stateReason !== 'not_planned'),
    dropped,
    unfinished: items.filter((issue) => !inTime(issue)),
    moved: snapshot.issues.filter(({ number, labels }) => labels.includes(label) && !here.has(number)),
  };
}

/** Open items in the milestones of sprints before this one, with the sprint they are left in. */
export function leftBefore(snapshot: SprintSnapshot, sprint: number): { issue: IssueFacts; sprint: number }[] {
  const { policy, milestones, issues } = snapshot;
  const sprints = new Map(
    milestones.flatMap(({ number, description }) => {
      const place = milestonePlace(policy, description);
      return place?.kind === 'sprint' && place.sprint < sprint ? [[number, place.sprint] as const] : [];
    }),
  );
  return issues
    .flatMap((issue) => {
      const left = sprints.get(issue.milestone ?? 0);
      return left !== undefined && issue.state === 'open' && isSprintItem(policy, issue) ? [{ issue, sprint: left }] : [];
    })
    .toSorted((a, b) => a.sprint - b.sprint || a.issue.number - b.issue.number);
}
