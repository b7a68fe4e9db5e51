import type { Review } from '../records/issue.ts';
import { renderReview } from '../render/pull.ts';
import { dismissReview, reviewById, submitReview } from '../state/reviews.ts';
import type { ReviewEvent } from '../state/reviews.ts';
import { ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { pullOf } from './pulls.ts';

function render(call: RepositoryCall, review: Review): Answer {
  return ok(renderReview(call.world, call.repository, { issue: pullOf(call), review }));
}

function create(call: RepositoryCall): Answer {
  const body = call.body as { event?: ReviewEvent; body?: string; commit_id?: string };
  const review = submitReview(call.world, call.actor, {
    repository: call.repository,
    issue: pullOf(call),
    ...(body.event === undefined ? {} : { event: body.event }),
    ...(body.body === undefined ? {} : { body: body.body }),
    ...(body.commit_id === undefined ? {} : { commitId: body.commit_id }),
  });
  return render(call, review);
}

export const reviewHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'pulls/list-reviews': (call) => {
    const issue = pullOf(call);
    return paginate(call, issue.pull.reviews, (review) => renderReview(call.world, call.repository, { issue, review }));
  },
  'pulls/create-review': create,
  'pulls/get-review': (call) => render(call, reviewById(pullOf(call), Number(call.params['review_id']))),
  'pulls/dismiss-review': (call) =>
    render(
      call,
      dismissReview(call.world, call.actor, {
        repository: call.repository,
        issue: pullOf(call),
        review: reviewById(pullOf(call), Number(call.params['review_id'])),
      }),
    ),
};
