import { inlineCode } from '../report/markdown.ts';
import { overrideAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { isDecisionId } from './decision-id.ts';
import type { Decision } from './decision.ts';
import { contributorsFor, provenIndependent } from './independence.ts';
import { newDecision } from './new-decision.ts';
import { provenAuthority } from './proven-authority.ts';
import { receiptIssue } from './receipt-issue.ts';
import { standingDecisions } from './standing-decisions.ts';
import { subjectOf } from './subject-of.ts';
import { usageOf } from './usage-of.ts';

const revocable: readonly Decision['kind'][] = ['approve', 'approve-with-conditions', 'reject', 'attest', 'waive', 'override', 'baseline'];

/**
 * Takes the latest standing decision on something back, or the one that is named. Who holds the authority under which it
 * was taken may, and whoever may override. Lifting a rejection opens gates, so it asks for independence too.
 */
export function decideRevoke(context: CommandContext): CommandResult {
  const { policy, words } = context;
  const found = target(context);
  if (found.kind === 'result') return found.result;
  const { decision, rest } = found;
  if (!revocable.includes(decision.kind)) return refuse('not-revocable', words.notRevocable);
  if (rest === '') return refuse('no-reason', words.noReason(usageOf(context)));
  const authorities = [...new Set([decision.proof.authority, ...overrideAuthorities(policy)])].filter((id) => policy.authorities[id]);
  const allowed = authorities.length > 0 ? authorities : [decision.proof.authority];
  const proven =
    decision.kind === 'reject' ? provenIndependent(context, allowed, contributorsFor(context, decision.subject)) : provenAuthority(context, allowed);
  if (proven.kind === 'result') return proven.result;
  return {
    kind: 'decided',
    receipts: [
      {
        decision: newDecision(context, {
          kind: 'revoke',
          subject: decision.id,
          proof: proven.proof,
          reason: rest,
          until: null,
          commits: { from: decision.commits.to, to: context.snapshot.defaultBranchSha },
        }),
        issue: receiptIssue(context, decision.subject),
      },
    ],
    requests: [],
  };
}

type Target = { readonly kind: 'target'; readonly decision: Decision; readonly rest: string } | { readonly kind: 'result'; readonly result: CommandResult };

function target(context: CommandContext): Target {
  const { policy, command, snapshot, decisions, words } = context;
  const standing = standingDecisions(decisions, snapshot.now).filter(({ unit }) => unit === policy.unit);
  const [first = '', ...others] = command.text.replaceAll('`', '').split(' ');
  if (isDecisionId(first)) {
    const decision = standing.find(({ id }) => id === first);
    return decision ? { kind: 'target', decision, rest: others.join(' ') } : missing(words.nothingToRevoke(inlineCode(first)));
  }
  const { checkpoints, criteria, blocks } = policy.playbook;
  const subject = subjectOf(
    context,
    [...checkpoints, ...criteria, ...blocks].map(({ id }) => id),
  );
  if (subject.kind === 'result') return subject;
  const block = blocks.find(({ checkpoint }) => checkpoint === subject.id)?.id;
  const latest = standing.findLast((decision) => decision.subject === subject.id || (decision.kind === 'baseline' && decision.subject === block));
  return latest ? { kind: 'target', decision: latest, rest: subject.rest } : missing(words.nothingToRevoke(inlineCode(subject.id)));
}

function missing(text: string): Target {
  return { kind: 'result', result: refuse('nothing-to-revoke', text) };
}
