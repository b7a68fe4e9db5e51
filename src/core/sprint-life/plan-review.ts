import { wrapMarked } from '../markers/marker.ts';
import type { Write } from '../plan/write.ts';
import { sprintSettings } from '../policy/sprints-of.ts';
import { truncateBytes } from '../report/truncate-bytes.ts';
import { looksBack } from './looks-back.ts';
import { renderReview } from './render-review.ts';
import { sprintTextId } from './sprint-ids.ts';
import { ownComment, placeOfReview } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';

/** GitHub refuses 65,537 characters; there is room for the marks. */
const maxBytes = 60_000;

/** Posts the review of the sprint that ended last. It is not written again, whatever changes later. */
export function planReview(snapshot: SprintSnapshot, turn: SprintTurn): Write[] {
  const { policy, comments } = snapshot;
  const past = looksBack(snapshot, turn);
  const issue = past && placeOfReview(snapshot, past.ended);
  // Where the comments are not known, it may stand there already.
  if (!sprintSettings(policy).review || !past || issue === null || !comments.has(issue)) return [];
  const markerId = sprintTextId('review', past.ended.sprint);
  if (ownComment(snapshot, issue, markerId)) return [];
  return [{ do: 'create-comment', issue, body: wrapMarked(policy.unit, markerId, truncateBytes(renderReview(snapshot, past), maxBytes, '…')), markerId }];
}
