import { sha256 } from '../markers/digest.ts';
import type { ConversationSnapshot } from './conversation-snapshot.ts';
import type { Decision } from './decision.ts';

/** What became of the comment behind an accepted decision. */
export interface LaterChange {
  readonly decision: Decision;
  readonly what: 'edited' | 'deleted';
  /** Of the text as it is now, so that each edit is told once; `deleted` when it is gone. */
  readonly hash: string;
}

/** Finds accepted comments of this conversation that were edited or deleted since. They are told, and change nothing. */
export function laterChanges({ decisions, issue, comments }: ConversationSnapshot): LaterChange[] {
  return decisions
    .filter(({ source }) => source.issue === issue.number && source.commentId > 0)
    .flatMap((decision): LaterChange[] => {
      const comment = comments.find(({ id }) => id === decision.source.commentId);
      if (!comment) return [{ decision, what: 'deleted', hash: 'deleted' }];
      const hash = sha256(comment.body);
      return hash === decision.source.bodyHash ? [] : [{ decision, what: 'edited', hash }];
    });
}
