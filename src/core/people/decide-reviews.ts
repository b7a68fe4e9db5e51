import { inlineCode, markdownLink } from '../report/markdown.ts';
import type { Policy } from '../policy/policy.ts';
import { checkpointAuthority } from './checkpoint-authority.ts';
import { escalationAuthority } from './command-authorities.ts';
import { refuse, type AcceptedDecision, type CommandContext, type CommandResult } from './command-context.ts';
import type { ConversationSnapshot, ProcessedMark } from './conversation-snapshot.ts';
import { decideCheckpoint } from './decide-checkpoint.ts';
import { decisionId } from './decision-id.ts';
import type { Decision } from './decision.ts';
import { provenAuthority } from './proven-authority.ts';
import { withIncompleteNote } from './incomplete-note.ts';
import { replyMarkerId, type AnswerKind } from './own-replies.ts';
import { renderPlainReply } from './render-reply.ts';
import { replyWords } from './reply-words.ts';
import { reviewWords } from './review-words.ts';
import { openReviews, wasLabelled, type SignOffReview } from './sign-off-reviews.ts';
import type { Reply } from './collect-replies.ts';

/** What comes of approving reviews, beside what comes of comments. */
export interface ReviewedSignOffs {
  readonly receipts: readonly AcceptedDecision[];
  readonly replies: readonly Reply[];
  readonly marks: readonly ProcessedMark[];
  readonly waitingSince: readonly string[];
  /** Reviews that were decided, but never marked. */
  readonly resumed: number;
}

interface Seen {
  readonly answered: ReadonlySet<string>;
  /** Those of before, and those that comments of the same conversation brought. */
  readonly decisions: readonly Decision[];
}

/**
 * Takes an approving review on a pull request labelled for a checkpoint for `approve CHECKPOINT`: the same authority, the same
 * independence, the same receipt. Reviewers without the authority are left alone, since to them it is a review and no more.
 */
export function decideReviews(snapshot: ConversationSnapshot, seen: Seen): ReviewedSignOffs {
  const none = { receipts: [], replies: [], marks: [], waitingSince: [], resumed: 0 };
  if (snapshot.policy.kind !== 'in-force' || snapshot.pull === null) return none;
  const { policy } = snapshot.policy;
  const out = { receipts: [] as AcceptedDecision[], replies: [] as Reply[], marks: [] as ProcessedMark[], waitingSince: [] as string[], resumed: 0 };
  for (const open of openReviews(policy, snapshot)) {
    const isKept = seen.decisions.some(({ id }) => id === decisionId(open.place));
    if (isKept || seen.answered.has(replyMarkerId(open.place, 'reply'))) {
      out.resumed += 1;
      out.marks.push(open.place);
      continue;
    }
    const decisions = [...seen.decisions, ...out.receipts.map(({ decision }) => decision)];
    const result = resultOf(
      { snapshot, policy, comment: open.comment, command: open.command, place: open.place, decisions, words: replyWords[policy.locale] },
      open,
    );
    if (result.kind === 'decided') out.receipts.push(...result.receipts);
    if (result.kind === 'later') out.waitingSince.push(open.comment.createdAt);
    else out.marks.push(open.place);
    out.replies.push(...replyTo(open, result, { policy, answered: seen.answered }));
  }
  return out;
}

function resultOf(context: CommandContext, { review, checkpoint }: SignOffReview): CommandResult {
  const { snapshot, policy } = context;
  const say = reviewWords[policy.locale];
  const held = provenAuthority(context, [checkpointAuthority(policy, checkpoint), escalationAuthority]);
  if (held.kind === 'result') return held.result;
  if (!snapshot.labelChanges) return { kind: 'later', text: say.labelUnknown };
  if (!wasLabelled(snapshot.labelChanges, checkpoint, review.submittedAt)) return refuse('label-later', say.labelLater(inlineCode(`checkpoint:${checkpoint}`)));
  if (review.commitId !== snapshot.pull?.headSha) return refuse('head-moved', say.reviewedOther);
  return withIncompleteNote(context, decideCheckpoint(context));
}

/** What a reviewer cannot know from the review itself; that they hold no authority was never asked. */
function replyTo({ comment, place }: SignOffReview, result: CommandResult, say: { policy: Policy; answered: ReadonlySet<string> }): Reply[] {
  const { policy, answered } = say;
  const silent = result.kind === 'refused' && ['no-authority', 'authority-unset', 'already'].includes(result.code);
  if (silent || result.kind === 'requested' || result.kind === 'answered') return [];
  const kind: AnswerKind = result.kind === 'later' ? 'wait' : result.kind === 'decided' ? 'accepted' : 'reply';
  const markerId = replyMarkerId(place, kind);
  if (answered.has(markerId)) return [];
  const words = replyWords[policy.locale];
  const [first] = result.kind === 'decided' ? result.receipts : [];
  const accepted = words.accepted(inlineCode(first?.decision.id ?? ''), `#${first?.issue}`);
  const text = result.kind === 'decided' ? [accepted, ...(result.note === undefined ? [] : [result.note])].join('\n\n') : result.text;
  const body = renderPlainReply({
    unit: policy.unit,
    markerId,
    text: `> ${markdownLink(reviewWords[policy.locale].review(comment.author.login), comment.url)}\n\n${text}`,
  });
  return [{ inReplyTo: comment.id, markerId, body, codes: [result.kind === 'refused' ? result.code : result.kind === 'decided' ? 'accepted' : 'later'] }];
}
