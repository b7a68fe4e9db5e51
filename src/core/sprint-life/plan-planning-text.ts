import { readMarked, replaceMarked, wrapMarked } from '../markers/marker.ts';
import type { Write } from '../plan/write.ts';
import { sprintSettings } from '../policy/sprints-of.ts';
import { rememberedScope } from './planning-scope.ts';
import { planningWords } from './planning-words.ts';
import { renderPlanning } from './render-planning.ts';
import { sprintTextId } from './sprint-ids.ts';
import { ownComment, ownIssue } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';

/** Keeps the planning issue of the sprint of today in step while it is open. A text that somebody edited is left, and that is said once. */
export function planPlanningText(snapshot: SprintSnapshot, { current }: SprintTurn): Write[] {
  const { policy, comments } = snapshot;
  const id = current && sprintTextId('planning', current.sprint);
  const issue = id && ownIssue(snapshot, id);
  const marked = issue ? readMarked(issue.body) : null;
  if (!sprintSettings(policy).planning || !current || !id || !issue || !marked || issue.state === 'closed') return [];
  if (marked.edited) {
    const markerId = sprintTextId('planning-kept', current.sprint);
    if (!comments.has(issue.number) || ownComment(snapshot, issue.number, markerId)) return [];
    return [{ do: 'create-comment', issue: issue.number, body: wrapMarked(policy.unit, markerId, planningWords[policy.locale].edited), markerId }];
  }
  const text = renderPlanning(snapshot, current, rememberedScope(marked.text));
  if (marked.text === text.trim()) return [];
  return [{ do: 'update-issue', key: id, number: issue.number, body: replaceMarked(marked, text) }];
}
