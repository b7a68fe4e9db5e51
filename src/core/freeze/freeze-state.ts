import type { Decision } from '../people/decision.ts';
import { overrideAuthorities } from '../people/command-authorities.ts';
import { signatures } from '../people/signatures.ts';
import { standingDecisions } from '../people/standing-decisions.ts';
import type { Policy } from '../policy/policy.ts';
import type { FreezeIssue, PullFacts } from '../snapshot/facts.ts';
import { commonException } from './common-exception.ts';
import { exceptionLabel } from './exception-label.ts';
import type { FreezeException } from './freeze-exception.ts';
import { type DatedFreeze, frozenOn } from './frozen-on.ts';

/** What stops releases and deployments: dates of the configuration, or an open issue with the label for it. */
export type Freeze = DatedFreeze | ({ readonly kind: 'issue' } & FreezeIssue);

export type FreezeState =
  | { readonly kind: 'none' }
  /** Whether an issue freezes could not be read. */
  | { readonly kind: 'unknown'; readonly exception: FreezeException | null }
  | { readonly kind: 'frozen'; readonly freeze: Freeze; readonly exception: FreezeException | null };

/** How a decision names the freeze that it waives. */
export const freezeSubject = 'freeze';

export interface FreezeInput {
  readonly policy: Policy;
  readonly now: string;
  readonly decisions: readonly Decision[];
  /** Null: they could not be read. Left out: the configuration names no label, or nobody looked. */
  readonly freezeIssues?: readonly FreezeIssue[] | null;
}

/** Whether releases and deployments stand still, and whether all of these pull requests are excepted: by their label and by an authority, both. */
export function freezeState(input: FreezeInput, pulls: readonly PullFacts[]): FreezeState {
  const { policy, now, freezeIssues } = input;
  const exception = commonException(pulls.map((pull) => exceptionOf(input, pull)));
  const issue = [...(freezeIssues ?? [])].sort((a, b) => a.number - b.number)[0];
  const freeze = issue ? { kind: 'issue' as const, ...issue } : frozenOn(policy, now);
  if (freeze) return { kind: 'frozen', freeze, exception };
  // Left out where a label is configured: nobody looked, so nobody knows.
  return policy.freezeLabel !== undefined && !freezeIssues ? { kind: 'unknown', exception } : { kind: 'none' };
}

/** The label alone opens nothing: whoever may write can put it on. The attestation alone would not be seen in lists. */
function exceptionOf({ policy, now, decisions }: FreezeInput, pull: PullFacts): FreezeException | null {
  const label = exceptionLabel(policy).toLowerCase();
  if (!pull.labels.some((worn) => worn.toLowerCase() === label)) return null;
  const own = decisions.filter((decision) => decision.kind === 'revoke' || isFor(decision, pull.number));
  const standing = standingDecisions(own, now);
  for (const authority of overrideAuthorities(policy)) {
    const { complete, by } = signatures(
      policy,
      standing.filter(({ proof }) => proof.authority === authority),
      authority,
    );
    const last = by.at(-1);
    if (!complete || !last || last.until === null) continue;
    return { decision: last.id, pull: pull.number, logins: [...new Set(by.map(({ by: { login } }) => login))], until: last.until, reason: last.reason ?? '' };
  }
  return null;
}

function isFor({ kind, subject, scope, until }: Decision, number: number): boolean {
  return kind === 'waive' && subject === freezeSubject && scope?.kind === 'pull' && scope.pull === number && until !== null;
}
