import { Temporal } from 'temporal-polyfill';
import { inlineCode } from '../report/markdown.ts';
import { activeHold } from './active-hold.ts';
import { boundHead } from './bound-head.ts';
import { anyAuthorities, overrideAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { contributorsOfPull, provenIndependent } from './independence.ts';
import { newDecision } from './new-decision.ts';
import { provenAuthority, type Proven } from './proven-authority.ts';
import { pullSubject } from './pull-subject.ts';
import { usageOf } from './usage-of.ts';

/** Holds, lets go or overrides one pull request. A hold asks only for some authority: it can open nothing. */
export function decidePull(context: CommandContext): CommandResult {
  const { command, snapshot, words, decisions } = context;
  if (snapshot.pull === null) return refuse('not-on-pull', words.notOnPull(inlineCode(`/sprintgate ${command.name}`)));
  if (command.text === '' && command.name !== 'unhold') return refuse('no-reason', words.noReason(usageOf(context)));
  if (command.name === 'unhold' && activeHold(decisions, { number: snapshot.issue.number, now: snapshot.now }) === null) {
    return refuse('not-held', words.notHeld);
  }
  const proven = provenFor(context);
  if (proven.kind === 'result') return proven.result;
  if (command.name !== 'override') return decided(context, proven.proof, snapshot.pull.headSha);
  const head = boundHead(context, command.text);
  if (head.kind === 'result') return head.result;
  if (head.rest === '') return refuse('no-reason', words.noReason(usageOf(context)));
  return decided({ ...context, command: { ...command, text: head.rest } }, proven.proof, snapshot.pull.headSha);
}

function provenFor(context: CommandContext): Proven {
  const { command, policy, snapshot } = context;
  if (command.name === 'hold') return provenAuthority(context, anyAuthorities(policy));
  const authorities = command.name === 'unhold' ? anyAuthorities(policy) : overrideAuthorities(policy);
  const configured = authorities.filter((id) => policy.authorities[id]);
  return provenIndependent(context, configured.length > 0 ? configured : authorities, contributorsOfPull(snapshot.pull));
}

function decided(context: CommandContext, proof: Parameters<typeof newDecision>[1]['proof'], headSha: string): CommandResult {
  const { command, snapshot, comment } = context;
  const kind = command.name === 'override' ? 'override' : command.name === 'unhold' ? 'unhold' : 'hold';
  const terms = { kind, subject: pullSubject(snapshot.issue.number), proof, reason: command.text, commits: { from: null, to: headSha } } as const;
  if (kind !== 'override')
    return { kind: 'decided', receipts: [{ decision: newDecision(context, { ...terms, until: null }), issue: snapshot.issue.number }], requests: [] };
  // semantics: 24 hours, whatever date was written.
  const until = Temporal.Instant.from(snapshot.now).add({ hours: 24 }).toString();
  const decision = newDecision(context, { ...terms, until });
  const request = { kind: 'follow-up', issue: snapshot.issue.number, commentId: comment.id, by: comment.author, argument: decision.id } as const;
  return { kind: 'decided', receipts: [{ decision, issue: snapshot.issue.number }], requests: [request] };
}
