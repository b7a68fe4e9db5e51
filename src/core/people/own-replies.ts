import { readMarked } from '../markers/marker.ts';
import type { ConversationComment } from './conversation-snapshot.ts';
import type { CommandPlace } from './decision-id.ts';

/** `wait` is an answer after which we try again, `accepted` leads to the receipts of a decision. */
export type AnswerKind = 'reply' | 'wait' | 'accepted';

const kinds: Readonly<Record<string, AnswerKind>> = { r: 'reply', w: 'wait', a: 'accepted' };

/** The key of our answer to one line of a comment. */
export function replyMarkerId(place: CommandPlace, kind: AnswerKind): string {
  return `${kind}.${place.commentId}.${place.line}.${place.bodyHash.slice(0, 12)}`;
}

/** The marker id of one reply to several lines of a comment, e.g. `answers.5000.3r-7a.0123456789ab`: it holds the key of each. */
export function answersMarkerId(places: readonly { readonly place: CommandPlace; readonly kind: AnswerKind }[]): string {
  const { commentId = 0, bodyHash = '' } = places[0]?.place ?? {};
  return `answers.${commentId}.${places.map(({ place, kind }) => `${place.line}${kind.charAt(0)}`).join('-')}.${bodyHash.slice(0, 12)}`;
}

/** Whether a comment is ours: written by this app. Only where no app is known, a bot's comment with our marker is taken for one. */
export function isOwnComment(comment: ConversationComment, appId: number | null): boolean {
  if (appId !== null) return comment.appId === appId;
  return comment.author.type === 'Bot' && readMarked(comment.body) !== null;
}

/** Marker ids of all our comments, and the key of each line that one of them answers: what was answered once is not answered again, also where there is no store. */
export function ownMarkerIds(comments: readonly ConversationComment[], appId: number | null): Set<string> {
  const own = comments.filter((comment) => isOwnComment(comment, appId));
  return new Set(own.flatMap((comment) => keysOf(readMarked(comment.body)?.marker.id)));
}

function keysOf(id: string | undefined): string[] {
  const [, comment, lines = '', hash] = /^answers\.(\d+)\.([\draw-]+)\.([0-9a-f]+)$/.exec(id ?? '') ?? [];
  const answered = [...lines.matchAll(/(\d+)([raw])/g)].map(([, line, kind = '']) => `${kinds[kind]}.${comment}.${line}.${hash}`);
  return id === undefined ? [] : [id, ...answered];
}
