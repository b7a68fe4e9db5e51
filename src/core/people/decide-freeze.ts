import { freezeSubject } from '../freeze/freeze-state.ts';
import { inlineCode } from '../report/markdown.ts';
import { overrideAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { contributorsOfPull, provenIndependent } from './independence.ts';
import { newDecision } from './new-decision.ts';
import { usageOf } from './usage-of.ts';

const named = /^`?(freeze|congelamiento)`?(?=\s|$)\s*/iu;

/** Whether a waiver is about the freeze: the word that no criterion has as its id. */
export function isAboutFreeze(text: string): boolean {
  return named.test(text);
}

/** Lets one pull request, and what it deploys, through a freeze until a date: the tier's authority may, never its author. */
export function decideFreeze(context: CommandContext): CommandResult {
  const { policy, snapshot, command, words } = context;
  if (snapshot.pull === null) return refuse('not-on-pull', words.notOnPull(inlineCode(`/sprintgate ${command.name}`)));
  if (command.until === null) return refuse('no-date', words.noDate(usageOf(context)));
  const reason = command.text.replace(named, '').trim();
  if (reason === '') return refuse('no-reason', words.noReason(usageOf(context)));
  const authorities = overrideAuthorities(policy);
  const configured = authorities.filter((id) => policy.authorities[id]);
  const proven = provenIndependent(context, configured.length > 0 ? configured : authorities, contributorsOfPull(snapshot.pull));
  if (proven.kind === 'result') return proven.result;
  const pull = snapshot.issue.number;
  const commits = { from: null, to: snapshot.pull.headSha };
  const decision = newDecision(context, { kind: 'waive', subject: freezeSubject, proof: proven.proof, reason, commits, scope: { kind: 'pull', pull } });
  return { kind: 'decided', receipts: [{ decision, issue: pull }], requests: [] };
}
