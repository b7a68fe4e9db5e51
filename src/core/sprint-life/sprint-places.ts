import { sprintKey } from '../backlog/milestone-key.ts';
import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { readMarked } from '../markers/marker.ts';
import { checkpointIssue } from '../people/checkpoint-issue.ts';
import { sprintMilestone } from '../people/sprint-milestone.ts';
import type { Policy } from '../policy/policy.ts';
import type { CommentFacts, IssueFacts } from '../snapshot/facts.ts';
import { sprintTextId } from './sprint-ids.ts';
import type { SprintMilestone, SprintSnapshot } from './sprint-snapshot.ts';

/** Our issue with this marker, the oldest where there are several. */
export function ownIssue({ policy, issues }: SprintSnapshot, id: string): IssueFacts | null {
  const found = issues.filter(({ body }) => {
    const marker = readMarked(body)?.marker;
    return marker?.id === id && marker.unit === policy.unit;
  });
  return found.toSorted((a, b) => a.number - b.number)[0] ?? null;
}

/** Our comment with this marker on an issue, the oldest where there are several. */
export function ownComment({ comments }: SprintSnapshot, issue: number, id: string): CommentFacts | null {
  return comments.get(issue)?.find(({ body }) => readMarked(body)?.marker.id === id) ?? null;
}

export function milestoneOfSprint({ policy, milestones }: Pick<SprintSnapshot, 'policy' | 'milestones'>, sprint: number): SprintMilestone | null {
  const found = sprintMilestone(policy, milestones, sprintKey(sprint));
  return milestones.find(({ number }) => number === found?.number) ?? null;
}

/** The checkpoint by which a sprint ends its block; null inside a block. */
export function checkpointAtEnd(policy: Policy, { sprint }: SprintDates): string | null {
  return policy.playbook.blocks.find(({ sprints }) => sprints.at(-1) === sprint)?.checkpoint ?? null;
}

/** Where what is said of a sprint stands: on its checkpoint's issue where it ends a block, on its planning issue, else on its block's. */
export function placeOfReview(snapshot: SprintSnapshot, dates: SprintDates): number | null {
  const checkpoint = checkpointAtEnd(snapshot.policy, dates);
  const signed = checkpoint === null ? null : checkpointIssue(snapshot.policy, snapshot.issues, checkpoint);
  return (signed ?? planningOrBlock(snapshot, dates))?.number ?? null;
}

/** Where what is said during a sprint stands. */
export function placeOfSprint(snapshot: SprintSnapshot, dates: SprintDates): number | null {
  return planningOrBlock(snapshot, dates)?.number ?? null;
}

function planningOrBlock(snapshot: SprintSnapshot, { sprint, block }: SprintDates): IssueFacts | null {
  const item = snapshot.policy.playbook.items.find((one) => one.kind === 'block' && one.block === block);
  return ownIssue(snapshot, sprintTextId('planning', sprint)) ?? (item ? ownIssue(snapshot, item.id) : null);
}
