import type { CommandResult, RefusalCode } from './command-context.ts';
import type { ConversationComment } from './conversation-snapshot.ts';
import type { CommandPlace } from './decision-id.ts';
import { type AnswerKind, answersMarkerId } from './own-replies.ts';
import { renderReply } from './render-reply.ts';

export type ReplyCode = RefusalCode | 'accepted' | 'answered' | 'later' | 'requested' | 'changed-later';

/** One comment of ours that answers what is open in somebody's comment. */
export interface Reply {
  /** The comment that is answered; ours goes on the same issue. */
  readonly inReplyTo: number;
  readonly markerId: string;
  readonly body: string;
  /** Of each answered line, in their order. */
  readonly codes: readonly ReplyCode[];
}

/** A sign on somebody's comment, seen at a glance: done, something was not decided, or it is tried again. */
export interface Reaction {
  readonly comment: number;
  readonly content: '+1' | 'confused' | 'eyes';
}

/** What came of one line. */
export interface LineResult {
  readonly comment: ConversationComment;
  readonly place: CommandPlace;
  readonly result: CommandResult;
  /** Null where nothing needs to be said, e.g. because the receipt says it, or it was said before. */
  readonly text: string | null;
}

/** A line whose comment gets a sign. */
export interface SignedLine {
  readonly comment: ConversationComment;
  readonly result: Pick<CommandResult, 'kind'>;
}

/** One reply to each comment, however many commands it holds. */
export function collectReplies(lines: readonly LineResult[], unit: string): Reply[] {
  return byComment(lines).flatMap(([first, ...others]) => {
    const answered = [first, ...others].filter(hasText);
    if (answered.length === 0) return [];
    const { comment } = first;
    const markerId = answersMarkerId(answered.map(({ place, result }) => ({ place, kind: answerKind(result) })));
    const answers = answered.map(({ place, text }) => ({ line: place.line, text }));
    return [{ inReplyTo: comment.id, markerId, body: renderReply({ unit, markerId, comment, answers }), codes: answered.map(({ result }) => codeOf(result)) }];
  });
}

/** One reaction to each comment of which something was done: the one that asks most of its author. */
export function collectReactions(lines: readonly SignedLine[]): Reaction[] {
  return byComment(lines).map(([first, ...others]) => {
    const kinds = [first, ...others].map(({ result }) => result.kind);
    return { comment: first.comment.id, content: kinds.includes('refused') ? 'confused' : kinds.includes('later') ? 'eyes' : '+1' };
  });
}

/** Under which kind an answer is found again. */
export function answerKind({ kind }: CommandResult): AnswerKind {
  return kind === 'later' ? 'wait' : kind === 'decided' ? 'accepted' : 'reply';
}

function codeOf(result: CommandResult): ReplyCode {
  return result.kind === 'refused' ? result.code : result.kind === 'decided' ? 'accepted' : result.kind;
}

function hasText(line: LineResult): line is LineResult & { readonly text: string } {
  return line.text !== null;
}

function byComment<Line extends SignedLine>(lines: readonly Line[]): [Line, ...Line[]][] {
  const groups = new Map<number, [Line, ...Line[]]>();
  for (const line of lines) {
    const group = groups.get(line.comment.id);
    if (group) group.push(line);
    else groups.set(line.comment.id, [line]);
  }
  return [...groups.values()];
}
