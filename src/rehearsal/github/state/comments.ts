import type { Actor } from '../records/account.ts';
import { invalid } from '../records/api-error.ts';
import { issueByNumber } from '../records/find.ts';
import type { Comment, Reaction } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { announceComment } from '../webhooks/announce-issue.ts';
import { checkBody } from './text-limits.ts';
import { recordTimeline } from './timeline.ts';

export function createComment(world: World, actor: Actor, input: { repository: Repository; issueNumber: number; body: string }): Comment {
  const { repository, issueNumber, body } = input;
  const issue = issueByNumber(repository, issueNumber);
  if (body.trim() === '') throw invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
  checkBody('IssueComment', body);
  const now = world.now();
  const comment: Comment = {
    id: world.nextId('comment'),
    issueNumber,
    body,
    authorId: actor.user.id,
    appId: actor.app?.id ?? null,
    createdAt: now,
    updatedAt: now,
    edits: [],
    minimized: null,
    reactions: [],
  };
  repository.comments.set(comment.id, comment);
  issue.updatedAt = now;
  announceComment(world, actor, { repository, issue, comment, action: 'created' });
  return comment;
}

/** Anyone with write access may do this to anyone's comment; its author stays who it was. */
export function editComment(world: World, actor: Actor, input: { repository: Repository; comment: Comment; body: string }): Comment {
  const { repository, comment, body } = input;
  checkBody('IssueComment', body);
  const issue = issueByNumber(repository, comment.issueNumber);
  const from = comment.body;
  comment.edits.push({ at: world.now(), editorId: actor.user.id, from });
  comment.body = body;
  comment.updatedAt = world.now();
  issue.updatedAt = world.now();
  announceComment(world, actor, { repository, issue, comment, action: 'edited', extra: { changes: { body: { from } } } });
  return comment;
}

export function deleteComment(world: World, actor: Actor, input: { repository: Repository; comment: Comment }): void {
  const { repository, comment } = input;
  const issue = issueByNumber(repository, comment.issueNumber);
  repository.comments.delete(comment.id);
  recordTimeline(world, actor, { issue, event: 'comment_deleted' });
  announceComment(world, actor, { repository, issue, comment, action: 'deleted' });
}

/** Reacting twice with the same sign is one reaction. */
export function react(world: World, actor: Actor, input: { reactions: Reaction[]; content: string }): { readonly reaction: Reaction; readonly fresh: boolean } {
  const { reactions, content } = input;
  const known = reactions.find((reaction) => reaction.userId === actor.user.id && reaction.content === content);
  if (known !== undefined) return { reaction: known, fresh: false };
  const reaction: Reaction = { id: world.nextId('reaction'), userId: actor.user.id, content, createdAt: world.now() };
  reactions.push(reaction);
  return { reaction, fresh: true };
}
