import type { Actor } from '../records/account.ts';
import { ApiError, invalid, notFound } from '../records/api-error.ts';
import type { PullIssue } from '../records/find.ts';
import type { Review } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { renderPullSimple, renderReview } from '../render/pull.ts';
import { announce } from '../webhooks/announce.ts';
import { recordTimeline } from './timeline.ts';

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

export type ReviewEvent = keyof typeof states;

export function submitReview(
  world: World,
  actor: Actor,
  input: { repository: Repository; issue: PullIssue; event?: ReviewEvent; body?: string; commitId?: string },
): Review {
  const { repository, issue, event, body = '', commitId } = input;
  if (event !== undefined && event !== 'COMMENT' && actor.user.id === issue.authorId) {
    throw new ApiError(422, 'Unprocessable Entity', {
      errors: [event === 'APPROVE' ? 'Can not approve your own pull request' : 'Can not request changes on your own pull request'],
    });
  }
  if (event !== undefined && event !== 'APPROVE' && body === '') throw invalid({ resource: 'PullRequestReview', code: 'missing_field', field: 'body' });
  const review: Review = {
    id: world.nextId('review'),
    userId: actor.user.id,
    body,
    state: event === undefined ? 'PENDING' : states[event],
    commitId: commitId ?? issue.pull.headSha,
    submittedAt: event === undefined ? null : world.now(),
  };
  issue.pull.reviews.push(review);
  if (event === undefined) return review;
  recordTimeline(world, actor, { issue, event: 'reviewed' });
  announceReview(world, actor, { repository, issue, review, action: 'submitted' });
  return review;
}

export function reviewById(issue: PullIssue, id: number): Review {
  const review = issue.pull.reviews.find((candidate) => candidate.id === id);
  if (review === undefined) throw notFound();
  return review;
}

export function dismissReview(world: World, actor: Actor, input: { repository: Repository; issue: PullIssue; review: Review }): Review {
  const { repository, issue, review } = input;
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED')
    throw new ApiError(422, 'Unprocessable Entity', { errors: ['Can not dismiss a review that is neither an approval nor a request for changes'] });
  review.state = 'DISMISSED';
  announceReview(world, actor, { repository, issue, review, action: 'dismissed' });
  return review;
}

function announceReview(world: World, actor: Actor, input: { repository: Repository; issue: PullIssue; review: Review; action: string }): void {
  const { repository, issue, review, action } = input;
  const rendered = renderReview(world, repository, { issue, review });
  // Webhooks spell the state in small letters.
  announce(world, actor, {
    repository,
    event: 'pull_request_review',
    action,
    body: { review: { ...rendered, state: review.state.toLowerCase() }, pull_request: renderPullSimple(world, repository, issue) },
  });
}
