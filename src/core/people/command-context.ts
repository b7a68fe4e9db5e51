import type { KnownCommand } from '../commands/command.ts';
import type { Policy } from '../policy/policy.ts';
import type { CommandPlace } from './decision-id.ts';
import type { ConversationComment, ConversationSnapshot } from './conversation-snapshot.ts';
import type { Decision } from './decision.ts';
import type { ReplyWords } from './reply-words.ts';

/** One command with all that is known where it was written. */
export interface CommandContext {
  readonly snapshot: ConversationSnapshot;
  readonly policy: Policy;
  readonly comment: ConversationComment;
  readonly command: KnownCommand;
  readonly place: CommandPlace;
  /** The decisions of before, and those of earlier lines of the same conversation. */
  readonly decisions: readonly Decision[];
  readonly words: ReplyWords;
}

/** What the engine is asked to do; it is no decision and needs no receipt. */
export interface ConversationRequest {
  readonly kind: 'recheck' | 'explain' | 'plan' | 'move' | 'commit' | 'seed' | 'follow-up' | 'conditions';
  readonly issue: number;
  readonly commentId: number;
  readonly by: { readonly id: number; readonly login: string };
  /** What was written after the command; for a follow-up the id of the override, for conditions that of the approval. */
  readonly argument: string;
  /** What is moved where: numbers of an issue and of a milestone. Only of `move`. */
  readonly move?: { readonly issue: number; readonly milestone: number };
  /** What is committed to, under which label and in which milestone. Only of `commit`. */
  readonly commit?: { readonly issues: readonly number[]; readonly milestone: number; readonly label: string };
}

/** A decision and the issue on which its receipt is posted. */
export interface AcceptedDecision {
  readonly decision: Decision;
  readonly issue: number;
}

/** What comes of a command. */
export type CommandResult =
  | { readonly kind: 'decided'; readonly receipts: readonly AcceptedDecision[]; readonly requests: readonly ConversationRequest[]; readonly note?: string }
  | { readonly kind: 'answered'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly text: string }
  /** Cannot be told now, e.g. GitHub did not answer: said once, and tried again at the next look. */
  | { readonly kind: 'later'; readonly text: string }
  | { readonly kind: 'requested'; readonly requests: readonly ConversationRequest[]; readonly text: string | null };

export type RefusalCode =
  | 'edited'
  | 'via-app'
  | 'no-config'
  | 'unknown-command'
  | 'unknown-subject'
  | 'no-subject'
  | 'no-reason'
  | 'no-link'
  | 'no-date'
  | 'bad-date'
  | 'past-date'
  | 'date-too-late'
  | 'bad-scope'
  | 'too-long'
  | 'too-many-conditions'
  | 'too-many'
  | 'not-on-pull'
  | 'no-authority'
  | 'authority-unset'
  | 'own-work'
  | 'nothing-to-adopt'
  | 'not-seeded'
  | 'already'
  | 'not-attestable'
  | 'nothing-to-revoke'
  | 'not-revocable'
  | 'not-held'
  | 'label-later'
  | 'head-moved'
  | 'name-head';

/** A refusal with its code, under which tests and the audit find it in either language. */
export function refuse(code: RefusalCode, text: string): CommandResult {
  return { kind: 'refused', code, text };
}
