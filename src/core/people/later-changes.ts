import { sha256 } from '../markers/digest.ts';
import type { ConversationSnapshot } from './conversation-snapshot.ts';
import type { Decision } from './decision.ts';
import { isFromReview } from './sign-off-reviews.ts';

/** What became of the comment behind an accepted decision. */
export interface LaterChange {
  readonly decision: Decision;
  readonly what: 'edited' | 'deleted' | 'dismissed';
  /** Of the text as it is now, so that each edit is told once; `deleted` when it is gone. */
  readonly hash: string;
}

/** Finds accepted comments of this conversation that were edited or deleted since, and reviews that were dismissed. They are told, and change nothing. */
export function laterChanges(snapshot: ConversationSnapshot): LaterChange[] {
  const own = snapshot.decisions.filter(({ source }) => source.issue === snapshot.issue.number && source.commentId > 0);
  return own.flatMap((decision) => (isFromReview(decision.source) ? dismissal(snapshot, decision) : changeOf(snapshot, decision)));
}

function changeOf({ comments }: ConversationSnapshot, decision: Decision): LaterChange[] {
  const comment = comments.find(({ id }) => id === decision.source.commentId);
  if (!comment) return [{ decision, what: 'deleted', hash: 'deleted' }];
  const hash = sha256(comment.body);
  return hash === decision.source.bodyHash ? [] : [{ decision, what: 'edited', hash }];
}

/** GitHub deletes no submitted review, and its text is no part of what was signed. */
function dismissal({ reviews = [] }: ConversationSnapshot, decision: Decision): LaterChange[] {
  const review = reviews.find(({ id }) => id === decision.source.commentId);
  return review?.state === 'DISMISSED' ? [{ decision, what: 'dismissed', hash: 'dismissed' }] : [];
}
