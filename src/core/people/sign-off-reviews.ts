import type { KnownCommand } from '../commands/command.ts';
import { sha256 } from '../markers/digest.ts';
import type { Policy } from '../policy/policy.ts';
import { checkpointLabel, checkpointOfLabel, isCheckpointLabel } from './checkpoint-label.ts';
import type { ConversationComment, ConversationSnapshot } from './conversation-snapshot.ts';
import type { CommandPlace } from './decision-id.ts';
import type { LabelChange, ReviewFacts } from './review-facts.ts';

/** An approving review that may be a sign-off, as the command that it stands for. */
export interface SignOffReview {
  readonly review: ReviewFacts;
  readonly checkpoint: string;
  readonly comment: ConversationComment;
  readonly command: KnownCommand;
  /** Its line is 0, which no command of a comment has. */
  readonly place: CommandPlace;
}

/** The checkpoints that a pull request is labelled for, e.g. by `checkpoint:security-review`. */
export function labelledCheckpoints(policy: Policy, labels: readonly string[]): string[] {
  const named = new Set(labels.filter(isCheckpointLabel).map(checkpointOfLabel));
  return policy.playbook.checkpoints.map(({ id }) => id).filter((id) => named.has(id));
}

/**
 * The approving reviews that are not decided yet: of each person the last word alone, of people only. What a review says is no
 * part of its key, for others may edit it: an approval is one act, and counts once.
 */
export function openReviews(policy: Policy, snapshot: ConversationSnapshot): SignOffReview[] {
  const checkpoints = labelledCheckpoints(policy, snapshot.issue.labels);
  return lastWords(snapshot.reviews ?? [])
    .filter(({ state, author }) => state === 'APPROVED' && author.type === 'User')
    .flatMap((review) => checkpoints.map((checkpoint) => asCommand(policy, review, checkpoint)))
    .filter(
      ({ place }) => !snapshot.processed.some((mark) => mark.commentId === place.commentId && mark.bodyHash === place.bodyHash && mark.line === place.line),
    );
}

/** Whether the pull request bore a checkpoint's label when the review was given. */
export function wasLabelled(changes: readonly LabelChange[], checkpoint: string, at: string): boolean {
  const own = changes
    .filter((change) => change.label.toLowerCase() === checkpointLabel(checkpoint) && Date.parse(change.at) <= Date.parse(at))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return own.at(-1)?.on === true;
}

/** Whether a decision came from this review. */
export function isFromReview(source: { readonly line: number; readonly commentId: number }): boolean {
  return source.line === 0 && source.commentId > 0;
}

/** Comments alone leave an earlier word as it is; a dismissed approval is one no more. */
function lastWords(reviews: readonly ReviewFacts[]): ReviewFacts[] {
  const words = reviews.filter(({ state }) => state !== 'COMMENTED' && state !== 'PENDING');
  return [...new Map(words.map((review) => [review.author.id, review])).values()];
}

function asCommand(policy: Policy, review: ReviewFacts, checkpoint: string): SignOffReview {
  const { id, author, submittedAt, url } = review;
  const comment = { id, body: '', author, appId: null, createdAt: submittedAt, updatedAt: submittedAt, url };
  const none = { until: null, link: null, conditions: [], badDate: null };
  const command: KnownCommand = { kind: 'command', name: 'approve', locale: policy.locale, line: 0, text: checkpoint, ...none };
  const bodyHash = sha256([checkpoint, review.commitId ?? '', submittedAt].join('\n'));
  return { review, checkpoint, comment, command, place: { commentId: id, bodyHash, line: 0 } };
}
