import { readMarked } from '../../../core/markers/marker.ts';
import type { Issue } from '../../github/records/issue.ts';
import type { Play } from '../play.ts';
import { sprintMilestone } from '../sprint-milestone.ts';

/** Open issues of the plan in a milestone, oldest first: no checkpoints, no risks, none of the sprints' own texts. */
export function openItems({ policy, repository }: Play, milestone: number | null): Issue[] {
  const kinds = new Map(policy.playbook.items.map(({ id, kind }) => [id, kind]));
  return [...repository.issues.values()].filter((issue) => {
    const kind = kinds.get(readMarked(issue.body)?.marker.id ?? '');
    return issue.pull === null && issue.state === 'open' && issue.milestone === milestone && kind !== undefined && kind !== 'checkpoint' && kind !== 'risk';
  });
}

/** The lead closes so many of a sprint's open items as done, at least none. */
export function closeItems(play: Play, sprint: number, count: number): number {
  const { stage, cast, repository } = play;
  const items = openItems(play, sprintMilestone(repository, sprint)).slice(0, Math.max(0, Math.round(count)));
  for (const { number } of items) stage.github.people.close({ repository, as: cast.lead, number, reason: 'completed' });
  return items.length;
}
