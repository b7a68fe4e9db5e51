import { decisionId } from './decision-id.ts';
import type { CommandContext } from './command-context.ts';
import type { Decision, DecisionKind, RoleProof } from './decision.ts';
import { endOfDay } from './end-of-day.ts';
import type { WaiverScope } from './waiver-scope.ts';

export interface DecisionTerms {
  readonly kind: DecisionKind;
  readonly subject: string;
  readonly proof: RoleProof;
  readonly reason?: string;
  readonly commits?: Decision['commits'];
  readonly until?: string | null;
  readonly due?: string;
  readonly link?: string | null;
  readonly conditions?: readonly string[];
  readonly scope?: WaiverScope | null;
  readonly control?: string;
}

/** The row of an accepted command. `until` comes from the command's date unless it is given. */
export function newDecision(context: CommandContext, terms: DecisionTerms): Decision {
  const { snapshot, policy, comment, command, place } = context;
  const written = command.until === null ? null : endOfDay(command.until, policy.schedule.timezone);
  return {
    id: decisionId(place),
    kind: terms.kind,
    repository: snapshot.repository.id,
    unit: policy.unit,
    subject: terms.subject,
    by: comment.author,
    // When it was written, not when we came to it: an older comment that had to wait does not undo a newer one.
    at: comment.createdAt,
    proof: terms.proof,
    source: { commentId: place.commentId, bodyHash: place.bodyHash, line: place.line, issue: snapshot.issue.number, url: comment.url },
    commits: terms.commits ?? { from: null, to: snapshot.defaultBranchSha },
    reason: terms.reason === undefined || terms.reason === '' ? null : terms.reason,
    link: terms.link === undefined ? command.link : terms.link,
    until: terms.until === undefined ? written : terms.until,
    ...(terms.due === undefined ? {} : { due: terms.due }),
    conditions: terms.conditions ?? [],
    ...(terms.scope ? { scope: terms.scope } : {}),
    ...(terms.control ? { control: terms.control } : {}),
  };
}
