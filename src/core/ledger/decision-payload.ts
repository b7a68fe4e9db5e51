import type { RefusalCause } from '../evidence/bundle/refusal-cause.ts';
import type { Decision, Person } from '../people/decision.ts';
import type { LedgerView } from '../plan/ledger-view.ts';
import type { Write } from '../plan/write.ts';

/** A judgement as an entry has it. */
export interface JudgedPayload extends LedgerView {
  readonly evidenceRefused?: RefusalCause;
}

/** A command as an entry has it: where it stood, who wrote it, and what that person was seen to hold. */
export interface CommandPayload {
  readonly commentId: number;
  readonly bodyHash: string;
  readonly line: number;
  readonly by: Person | null;
  readonly proofs: readonly { readonly authority: string; readonly via: readonly { readonly kind: string; readonly name: string }[] }[];
}

/** What a decision's entry says, by what it is about. */
export interface DecisionPayload {
  readonly decision: Partial<JudgedPayload> & {
    /** Of a deployment: what was judged for it. */
    readonly seen?: readonly JudgedPayload[];
    readonly environment?: string;
    /** Of a conversation. */
    readonly decisions?: readonly Decision[];
    readonly commands?: readonly CommandPayload[];
    readonly replies?: readonly { readonly inReplyTo: number; readonly codes: readonly string[] }[];
  };
  readonly plan: readonly Write[];
  readonly snapshots?: readonly string[];
}

/** The judgements of an entry, each with the snapshot that it rests on. */
export function judgedIn({ decision, snapshots = [] }: DecisionPayload): { readonly judged: JudgedPayload; readonly snapshot: string }[] {
  const all = decision.seen ?? (decision.gates ? [decision as JudgedPayload] : []);
  return all.flatMap((judged, index) => (snapshots[index] === undefined ? [] : [{ judged, snapshot: snapshots[index] }]));
}
