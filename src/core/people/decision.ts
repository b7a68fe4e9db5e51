import type { AuthorityRule } from '../policy/policy.ts';
import type { WaiverScope } from './waiver-scope.ts';

export type DecisionKind = 'approve' | 'approve-with-conditions' | 'reject' | 'attest' | 'waive' | 'revoke' | 'override' | 'baseline' | 'hold' | 'unhold';

export interface Person {
  /** GitHub's numeric id: logins are renamed and reused. */
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Mannequin' | 'Organization';
}

/** How somebody's right to sign was proven at the time. */
export interface RoleProof {
  readonly authority: string;
  /** The authority's rule in force at acceptance: a later change of the config does not undo what was signed. */
  readonly rule?: AuthorityRule;
  readonly via: readonly { readonly kind: 'team' | 'user' | 'role'; readonly name: string }[];
  readonly checkedAt: string;
}

/** What a person with authority decided: an immutable row, posted as a signed receipt. */
export interface Decision {
  /** Derived from comment id, body hash and line, so that the same command is never counted twice. */
  readonly id: string;
  readonly kind: DecisionKind;
  readonly repository: number;
  readonly unit: string;
  /** Checkpoint, criterion or block id; `pull/N` for hold and override; a decision's id for revoke. */
  readonly subject: string;
  readonly by: Person;
  readonly at: string;
  readonly proof: RoleProof;
  readonly source: { readonly commentId: number; readonly bodyHash: string; readonly line: number; readonly issue: number; readonly url: string };
  /** The work it saw: from the previous sign-off's commit (null: from the beginning) to the default branch's at acceptance. */
  readonly commits: { readonly from: string | null; readonly to: string };
  readonly reason: string | null;
  readonly link: string | null;
  readonly until: string | null;
  /** By when the issues of the conditions must be closed. Left out of approvals of before conditions had issues: those end at `until`. */
  readonly due?: string;
  readonly conditions: readonly string[];
  /** How far a waiver reaches; left out, as far as its criterion. */
  readonly scope?: WaiverScope;
  /** What is done instead of what a waiver lets go, as it was written. */
  readonly control?: string;
}
