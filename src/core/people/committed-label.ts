import { seedLabel } from '../backlog/backlog-labels.ts';

/** The label of what a team committed to for a sprint. It stays when an item moves on: so it can be told what was promised. */
export function committedLabel(sprint: string): string {
  return `${seedLabel}:committed-${sprint}`;
}

/** Whether a label is one of these. */
export function isCommittedLabel(label: string): boolean {
  return label.startsWith(committedLabel(''));
}
