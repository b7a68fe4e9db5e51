import { readMarked } from '../markers/marker.ts';
import type { Policy } from '../policy/policy.ts';

/** What one of our milestones stands for: a sprint, or a pilot phase after the last one. */
export type MilestonePlace = { readonly kind: 'sprint'; readonly sprint: number } | { readonly kind: 'phase'; readonly phase: string };

/** Reads which sprint or phase a milestone is from our marker in its description. Its title never counts; others' milestones are null. */
export function milestonePlace(policy: Policy, description: string | null): MilestonePlace | null {
  const marked = readMarked(description);
  if (!marked || marked.marker.unit !== policy.unit) return null;
  const key = marked.marker.id;
  const phase = policy.playbook.phases.find(({ id }) => key === id || key === `pilot-${id}`);
  if (phase) return { kind: 'phase', phase: phase.id };
  const sprint = /^s(\d{1,3})$/.exec(key)?.[1];
  if (sprint === undefined || !policy.playbook.blocks.some((block) => block.sprints.includes(Number(sprint)))) return null;
  return { kind: 'sprint', sprint: Number(sprint) };
}
