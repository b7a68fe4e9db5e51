import { sprintKey } from '../backlog/milestone-key.ts';
import { readMarked } from '../markers/marker.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';

/** `planning` and `retrospective` are issues, the others comments. Each is there once a sprint. */
export type SprintText = 'planning' | 'retrospective' | 'review' | 'rollover' | 'digest' | 'planning-kept';

/** The marker id of what we write about a sprint: `review.s03`. */
export function sprintTextId(what: SprintText, sprint: number): string {
  return `${what}.${sprintKey(sprint)}`;
}

/** The sprint that a planning issue of ours is of; null when it is none. */
export function planningSprint(policy: Policy, { body }: Pick<IssueFacts, 'body'>): number | null {
  const marker = readMarked(body)?.marker;
  const sprint = /^planning\.s(\d{2,3})$/.exec(marker?.id ?? '')?.[1];
  return sprint === undefined || marker?.unit !== policy.unit ? null : Number(sprint);
}

/** Whether an issue is one of these, and so no work of a sprint. */
export function isSprintText({ body }: Pick<IssueFacts, 'body'>): boolean {
  return /^(planning|retrospective)\.s\d{2,3}$/.test(readMarked(body)?.marker.id ?? '');
}
