import { readMarked } from '../markers/marker.ts';
import type { ConversationComment } from './conversation-snapshot.ts';
import type { CommandPlace } from './decision-id.ts';

/** The marker id of our reply to one line of a comment. `wait` is a reply after which we try again, `accepted` leads to the receipts of a decision. */
export function replyMarkerId(place: CommandPlace, kind: 'reply' | 'wait' | 'accepted'): string {
  return `${kind}.${place.commentId}.${place.line}.${place.bodyHash.slice(0, 12)}`;
}

/** Whether a comment is ours: written by this app. Only where no app is known, a bot's comment with our marker is taken for one. */
export function isOwnComment(comment: ConversationComment, appId: number | null): boolean {
  if (appId !== null) return comment.appId === appId;
  return comment.author.type === 'Bot' && readMarked(comment.body) !== null;
}

/** Marker ids of all our comments: what was answered once is not answered again, also where there is no store. */
export function ownMarkerIds(comments: readonly ConversationComment[], appId: number | null): Set<string> {
  const own = comments.filter((comment) => isOwnComment(comment, appId));
  return new Set(own.flatMap((comment) => readMarked(comment.body)?.marker.id ?? []));
}
