import type { SprintDates } from '../calendar/sprint-calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { escapeMarkdown } from '../report/markdown.ts';
import type { IssueFacts } from '../snapshot/facts.ts';

/** What a sprint's block is about, as people read it; inert in Markdown. */
export function focusOf({ text }: Policy, { block }: SprintDates): string {
  return escapeMarkdown(text.blocks[block]?.title ?? block);
}

export function checkpointTitle({ text }: Policy, checkpoint: string): string {
  return escapeMarkdown(text.checkpoints[checkpoint]?.title ?? checkpoint);
}

/** A list of issues, the first ones by name. */
export function issueLines(issues: readonly IssueFacts[], most: number, more: (count: number) => string): string {
  const lines = issues.slice(0, most).map(({ number, title }) => `- #${number} ${escapeMarkdown(title)}`);
  return [...lines, ...(issues.length > most ? [`- ${more(issues.length - most)}`] : [])].join('\n');
}

/** Another sprint, for examples: the next one, or the one before the last. */
export function otherSprint({ playbook }: Pick<Policy, 'playbook'>, sprint: number): number {
  return playbook.blocks.some(({ sprints }) => sprints.includes(sprint + 1)) ? sprint + 1 : sprint - 1;
}
