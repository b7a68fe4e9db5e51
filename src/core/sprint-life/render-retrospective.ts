import type { SprintDates } from '../calendar/sprint-calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { retrospectiveWords } from './retrospective-words.ts';

/** The issue in which a team looks back on a sprint. Written once: what follows is the team's. */
export function renderRetrospective(policy: Policy, { sprint, start, end }: SprintDates, review: number | null): string {
  const say = retrospectiveWords[policy.locale];
  return [
    say.intro(sprint, start, end),
    review === null ? '' : say.review(review),
    ...say.sections.map(({ title, hint }) => `### ${title}\n\n_${hint}_`),
    `### ${say.actions}\n\n_${say.action}_`,
    `<sub>${say.close}</sub>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
