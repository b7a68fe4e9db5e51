import type { ConversationComment } from './conversation-snapshot.ts';

/** Whether anybody edited a comment: everyone with write access may, and its author field stays. */
export function isEdited(comment: ConversationComment): boolean {
  if (comment.lastEditedAt === undefined) return comment.updatedAt !== comment.createdAt;
  return comment.lastEditedAt !== null || comment.includesCreatedEdit === true;
}
