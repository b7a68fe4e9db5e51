import { readMarked, wrapMarked } from '../markers/marker.ts';
import type { Write } from '../plan/write.ts';
import { sprintSettings } from '../policy/sprints-of.ts';
import { planningScope, rememberedScope } from './planning-scope.ts';
import { digestMark, renderDigest } from './render-digest.ts';
import { sprintTextId } from './sprint-ids.ts';
import { ownComment, ownIssue, placeOfSprint } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';

/** One comment a sprint, rewritten with the first look of each day. */
export function planDigest(snapshot: SprintSnapshot, { current, today }: SprintTurn): Write[] {
  const { policy, comments } = snapshot;
  const issue = current && placeOfSprint(snapshot, current);
  if (!sprintSettings(policy).digest || !current || issue === null || !comments.has(issue)) return [];
  const markerId = sprintTextId('digest', current.sprint);
  const comment = ownComment(snapshot, issue, markerId);
  if (comment && readMarked(comment.body)?.text.startsWith(digestMark(today))) return [];
  const planning = ownIssue(snapshot, sprintTextId('planning', current.sprint));
  const scope = planningScope(snapshot, current, rememberedScope(readMarked(planning?.body)?.text ?? ''));
  const body = wrapMarked(policy.unit, markerId, renderDigest(snapshot, current, { today, added: scope?.added.length ?? 0 }));
  return [comment ? { do: 'update-comment', issue, comment: comment.id, body, markerId } : { do: 'create-comment', issue, body, markerId }];
}
