import type { Command } from '../commands/command.ts';
import { mostCommands, parseCommands } from '../commands/parse-commands.ts';
import { renderCommandHelp } from '../commands/render-command-help.ts';
import { sha256 } from '../markers/digest.ts';
import type { Policy } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import { answerKind, collectReactions, collectReplies, type LineResult, type Reaction, type Reply, type SignedLine } from './collect-replies.ts';
import { type AcceptedDecision, refuse, type CommandResult, type ConversationRequest } from './command-context.ts';
import type { ConversationComment, ConversationSnapshot, ProcessedMark } from './conversation-snapshot.ts';
import { decideCommand } from './decide-command.ts';
import { decideReviews } from './decide-reviews.ts';
import { decisionId, type CommandPlace } from './decision-id.ts';
import type { Decision } from './decision.ts';
import { withIncompleteNote } from './incomplete-note.ts';
import { laterChanges, type LaterChange } from './later-changes.ts';
import { isOwnComment, ownMarkerIds, replyMarkerId } from './own-replies.ts';
import { renderPlainReply } from './render-reply.ts';
import { reviewWords } from './review-words.ts';
import { isFromReview } from './sign-off-reviews.ts';
import { replyWords } from './reply-words.ts';

/** All that comes of the comments of one issue. Nothing is written here: the engine signs, posts and keeps. */
export interface Conversation {
  readonly decisions: readonly Decision[];
  /** On which issue each decision's receipt is posted: the checkpoint's own, where there is one. */
  readonly receipts: readonly AcceptedDecision[];
  readonly replies: readonly Reply[];
  readonly reactions: readonly Reaction[];
  readonly requests: readonly ConversationRequest[];
  /** Lines that are done with; a line that must be tried again is not among them. */
  readonly marks: readonly ProcessedMark[];
  /** Lines that were answered or decided, but never marked: we were killed before what follows from them was asked for. */
  readonly resumed: readonly ResumedLine[];
  /** When the comments were written whose commands cannot be decided now: somebody has to look again. */
  readonly waitingSince: readonly string[];
  /** Accepted comments that were edited or deleted since: flagged, and nothing changes. */
  readonly changed: readonly LaterChange[];
}

interface State {
  readonly snapshot: ConversationSnapshot;
  readonly answered: ReadonlySet<string>;
  readonly decisions: Decision[];
  readonly receipts: AcceptedDecision[];
  readonly lines: LineResult[];
  /** Lines that were answered, and whose sign may be missing. */
  readonly unsigned: SignedLine[];
  readonly requests: ConversationRequest[];
  readonly marks: ProcessedMark[];
  readonly resumed: ResumedLine[];
  readonly waitingSince: string[];
}

/** What the engine was asked to do by a line; the writes were made with its reply, only what follows may be missing. */
export interface ResumedLine {
  readonly requests: readonly ConversationRequest[];
}

/**
 * Decides every open command of a conversation, in the order of the comments; a later line sees what an earlier one decided.
 * Pure: the same snapshot gives the same result, and a snapshot that holds that result already gives nothing.
 */
export function decideCommands(snapshot: ConversationSnapshot): Conversation {
  const answered = ownMarkerIds(snapshot.comments, snapshot.appId);
  const state: State = { snapshot, answered, decisions: [], receipts: [], lines: [], unsigned: [], requests: [], marks: [], resumed: [], waitingSince: [] };
  const changed = laterChanges(snapshot);
  for (const comment of snapshot.comments) {
    // Bots are not answered: two of them would talk for ever.
    if (isOwnComment(comment, snapshot.appId) || comment.author.type !== 'User') continue;
    const bodyHash = sha256(comment.body);
    const wasAccepted = changed.some(({ decision: { source } }) => source.commentId === comment.id && !isFromReview(source));
    if (wasAccepted) continue;
    for (const command of parseCommands(comment.body)) decideLine(state, { comment, command, place: { commentId: comment.id, bodyHash, line: command.line } });
  }
  const flags = flagReplies(state, changed);
  const { lines, unsigned, decisions, receipts, requests, marks, resumed, waitingSince } = state;
  const reviewed = decideReviews(snapshot, { answered, decisions: [...snapshot.decisions, ...decisions] });
  const replies = [...collectReplies(lines, unitOf(snapshot)), ...reviewed.replies, ...flags];
  return {
    decisions: [...decisions, ...reviewed.receipts.map(({ decision }) => decision)],
    receipts: [...receipts, ...reviewed.receipts],
    replies,
    reactions: collectReactions([...lines, ...unsigned]),
    requests,
    marks: [...marks, ...reviewed.marks],
    resumed: [...resumed, ...Array.from({ length: reviewed.resumed }, () => ({ requests: [] }))],
    waitingSince: [...waitingSince, ...reviewed.waitingSince],
    changed,
  };
}

interface Line {
  readonly comment: ConversationComment;
  readonly command: Command;
  readonly place: CommandPlace;
}

function decideLine(state: State, line: Line): void {
  const { snapshot, answered } = state;
  const { place } = line;
  const isMarked = snapshot.processed.some((mark) => mark.commentId === place.commentId && mark.bodyHash === place.bodyHash && mark.line === place.line);
  if (isMarked) return;
  if (snapshot.decisions.some(({ id }) => id === decisionId(place))) return resume(state, line, { kind: 'decided', requests: [] });
  const result = resultOf(state, line);
  if (answered.has(replyMarkerId(place, 'reply')))
    return resume(state, line, { kind: result.kind, requests: result.kind === 'requested' ? result.requests : [] });
  if (result.kind === 'later') state.waitingSince.push(line.comment.createdAt);
  if (result.kind === 'decided') accept(state, result);
  if (result.kind === 'decided' || result.kind === 'requested') state.requests.push(...result.requests);
  if (result.kind !== 'later') state.marks.push({ ...place });
  reply(state, line, result);
}

function resultOf({ snapshot, decisions }: State, { comment, command, place }: Line): CommandResult {
  const { policy } = snapshot;
  if (policy.kind !== 'in-force') {
    const locale = policy.kind === 'broken' ? policy.locale : command.kind === 'command' ? command.locale : 'en';
    if (command.kind === 'command' && command.name === 'help') return { kind: 'answered', text: renderCommandHelp(locale) };
    return policy.kind === 'broken' ? { kind: 'later', text: replyWords[locale].brokenConfig } : refuse('no-config', replyWords[locale].noConfig);
  }
  const words = replyWords[policy.policy.locale];
  if (command.kind === 'left-out') return refuse('too-many', words.tooMany(mostCommands, command.count));
  if (command.kind === 'unknown') {
    const suggestion = command.suggestion === null ? null : inlineCode(`/sprintgate ${command.suggestion}`);
    return refuse('unknown-command', words.unknownCommand(inlineCode(command.written.slice(0, 80)), suggestion));
  }
  const context = { snapshot, policy: policy.policy, comment, command, place, decisions: [...snapshot.decisions, ...decisions], words };
  return withIncompleteNote(context, decideCommand(context));
}

/** Signs come before marks: where a line of the comment is marked, its sign is there. To sign once more changes nothing. */
function resume(state: State, { comment, place }: Line, was: { kind: CommandResult['kind']; requests: readonly ConversationRequest[] }): void {
  state.resumed.push({ requests: was.requests });
  state.marks.push({ ...place });
  if (was.kind !== 'later' && !state.snapshot.processed.some(({ commentId }) => commentId === comment.id)) {
    state.unsigned.push({ comment, result: { kind: was.kind } });
  }
}

function accept(state: State, result: Extract<CommandResult, { kind: 'decided' }>): void {
  state.decisions.push(...result.receipts.map(({ decision }) => decision));
  state.receipts.push(...result.receipts);
}

/** What is waited for was said once, and so was its sign. */
function reply(state: State, { comment, place }: Line, result: CommandResult): void {
  const wasSaid = state.answered.has(replyMarkerId(place, answerKind(result)));
  if (wasSaid && result.kind === 'later') return;
  state.lines.push({ comment, place, result, text: wasSaid ? null : textOf(state.snapshot, result) });
}

/** A decision on the issue that gets its receipt needs no further reply: the receipt is the reply. Several are listed with their places. */
function textOf(snapshot: ConversationSnapshot, result: CommandResult): string | null {
  if (result.kind !== 'decided') return result.text;
  const places = placesOf(snapshot, result);
  if (places === null || result.note === undefined) return places ?? result.note ?? null;
  return `${places}\n\n${result.note}`;
}

function placesOf(snapshot: ConversationSnapshot, result: Extract<CommandResult, { kind: 'decided' }>): string | null {
  if (result.receipts.every(({ issue }) => issue === snapshot.issue.number) || snapshot.policy.kind !== 'in-force') return null;
  const say = replyWords[snapshot.policy.policy.locale];
  const [first, ...others] = result.receipts;
  if (first && others.length === 0) return say.accepted(inlineCode(first.decision.id), `#${first.issue}`);
  return say.acceptedSeveral(result.receipts.map(({ decision, issue }) => `${inlineCode(decision.subject)} (#${issue})`).join(', '));
}

function flagReplies(state: State, changed: readonly LaterChange[]): Reply[] {
  const policy = policyOf(state.snapshot);
  if (!policy) return [];
  const words = replyWords[policy.locale];
  // One comment may stand behind several decisions, as with a baseline: what became of it is told once.
  const told = changed.filter(
    ({ decision }, index) =>
      changed.findIndex((other) => other.decision.source.commentId === decision.source.commentId && other.decision.source.line === decision.source.line) ===
      index,
  );
  return told.flatMap(({ decision, what, hash }) => {
    const markerId = `changed.${decision.id}.${hash.slice(0, 12)}`;
    if (state.answered.has(markerId)) return [];
    const text = { edited: words.editedLater, deleted: words.deletedLater, dismissed: reviewWords[policy.locale].dismissedLater }[what](
      inlineCode(decision.id),
    );
    return [
      { inReplyTo: decision.source.commentId, markerId, body: renderPlainReply({ unit: policy.unit, markerId, text }), codes: ['changed-later' as const] },
    ];
  });
}

function policyOf({ policy }: ConversationSnapshot): Policy | null {
  return policy.kind === 'in-force' ? policy.policy : null;
}

function unitOf(snapshot: ConversationSnapshot): string {
  return policyOf(snapshot)?.unit ?? '.';
}
