import { boundHead } from './bound-head.ts';
import { weakeningAuthorities } from './command-authorities.ts';
import type { CommandContext, CommandResult } from './command-context.ts';
import { configSubject } from './config-subject.ts';
import { contributorsOfPull, provenIndependent } from './independence.ts';
import { newDecision } from './new-decision.ts';

/** Approves that a pull request's configuration asks for less, for this head commit: whom the organisation names or else the tier's authority may, never its author. */
export function decideConfig(context: CommandContext): CommandResult {
  const { policy, snapshot, command } = context;
  const authorities = weakeningAuthorities(policy);
  const configured = authorities.filter((id) => policy.authorities[id]);
  const proven = provenIndependent(context, configured.length > 0 ? configured : authorities, contributorsOfPull(snapshot.pull));
  if (proven.kind === 'result') return proven.result;
  const head = boundHead(context, command.text.replace(/^config\w*\s*/i, ''));
  if (head.kind === 'result') return head.result;
  const commits = { from: null, to: snapshot.pull?.headSha ?? snapshot.defaultBranchSha };
  const decision = newDecision(context, { kind: 'approve', subject: configSubject(snapshot.issue.number), proof: proven.proof, reason: head.rest, commits });
  return { kind: 'decided', receipts: [{ decision, issue: snapshot.issue.number }], requests: [] };
}
