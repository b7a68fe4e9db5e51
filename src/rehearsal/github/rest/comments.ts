import { ApiError, notFound } from '../records/api-error.ts';
import { commentById } from '../records/find.ts';
import type { Comment, Reaction } from '../records/issue.ts';
import { atLeast, roleOn } from '../records/role.ts';
import { renderComment, renderReaction } from '../render/issue.ts';
import { createComment, deleteComment, editComment, react } from '../state/comments.ts';
import { created, noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { issueOf } from './issues.ts';

function commentOf(call: RepositoryCall): Comment {
  return commentById(call.repository, Number(call.params['comment_id']));
}

/** Authors change their own comments; anyone with write access changes anybody's. */
function requireAuthorOrWrite(call: RepositoryCall, comment: Comment): void {
  if (comment.authorId === call.actor.user.id || call.caller.kind !== 'user') return;
  if (!atLeast(roleOn(call.world, call.repository, call.actor.user.id), 'write')) throw new ApiError(403, 'Must have admin rights to Repository.');
}

function since(call: RepositoryCall, comments: readonly Comment[]): Comment[] {
  const from = call.query['since'];
  return comments.filter((comment) => from === undefined || Date.parse(comment.updatedAt) >= Date.parse(from));
}

function listForRepository(call: RepositoryCall): Answer {
  const { sort = 'created', direction = 'asc' } = call.query;
  const found = since(call, [...call.repository.comments.values()]);
  const sorted = found.toSorted((left, right) => (sort === 'updated' ? Date.parse(left.updatedAt) - Date.parse(right.updatedAt) : 0) || left.id - right.id);
  // Without `sort` GitHub ignores the direction and lists by id.
  const ordered = direction === 'desc' && call.query['sort'] !== undefined ? sorted.toReversed() : sorted;
  return paginate(call, ordered, (comment) => renderComment(call.world, call.repository, comment));
}

function update(call: RepositoryCall): Answer {
  const comment = commentOf(call);
  requireAuthorOrWrite(call, comment);
  editComment(call.world, call.actor, { repository: call.repository, comment, body: String(call.body['body']) });
  return ok(renderComment(call.world, call.repository, comment));
}

function addReaction(call: RepositoryCall, reactions: Reaction[]): Answer {
  const { reaction, fresh } = react(call.world, call.actor, { reactions, content: String(call.body['content']) });
  return (fresh ? created : ok)(renderReaction(call.world, reaction));
}

function removeReaction(call: RepositoryCall, reactions: Reaction[]): Answer {
  const index = reactions.findIndex((reaction) => reaction.id === Number(call.params['reaction_id']));
  if (index < 0) throw notFound();
  reactions.splice(index, 1);
  return noContent;
}

function listReactions(call: RepositoryCall, reactions: readonly Reaction[]): Answer {
  return paginate(
    call,
    reactions.filter((reaction) => call.query['content'] === undefined || call.query['content'] === reaction.content),
    (reaction) => renderReaction(call.world, reaction),
  );
}

export const commentHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'issues/list-comments': (call) => {
    const issue = issueOf(call);
    return paginate(
      call,
      since(
        call,
        [...call.repository.comments.values()].filter((comment) => comment.issueNumber === issue.number),
      ),
      (comment) => renderComment(call.world, call.repository, comment),
    );
  },
  'issues/list-comments-for-repo': listForRepository,
  'issues/create-comment': (call) => {
    const issue = issueOf(call);
    if (issue.locked && call.caller.kind === 'user' && !atLeast(roleOn(call.world, call.repository, call.actor.user.id), 'write'))
      throw new ApiError(403, 'Unable to create comment because issue is locked.');
    return created(
      renderComment(
        call.world,
        call.repository,
        createComment(call.world, call.actor, { repository: call.repository, issueNumber: issue.number, body: String(call.body['body']) }),
      ),
    );
  },
  'issues/get-comment': (call) => ok(renderComment(call.world, call.repository, commentOf(call))),
  'issues/update-comment': update,
  'issues/delete-comment': (call) => {
    const comment = commentOf(call);
    requireAuthorOrWrite(call, comment);
    deleteComment(call.world, call.actor, { repository: call.repository, comment });
    return noContent;
  },
  'reactions/list-for-issue': (call) => listReactions(call, issueOf(call).reactions),
  'reactions/create-for-issue': (call) => addReaction(call, issueOf(call).reactions),
  'reactions/delete-for-issue': (call) => removeReaction(call, issueOf(call).reactions),
  'reactions/list-for-issue-comment': (call) => listReactions(call, commentOf(call).reactions),
  'reactions/create-for-issue-comment': (call) => addReaction(call, commentOf(call).reactions),
  'reactions/delete-for-issue-comment': (call) => removeReaction(call, commentOf(call).reactions),
};
