import { Temporal } from 'temporal-polyfill';
import { dayIn } from '../calendar/calendar-day.ts';
import { inlineCode } from '../report/markdown.ts';
import { attestationsOf, waiverAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { contributorsFor, provenIndependent } from './independence.ts';
import { newDecision } from './new-decision.ts';
import { receiptIssue } from './receipt-issue.ts';
import { subjectOf } from './subject-of.ts';
import { usageOf } from './usage-of.ts';
import { waiverReach } from './waiver-reach.ts';

/** Attests that a criterion holds, or waives it. Neither is for those whose work the criterion is about. */
export function decideCriterion(context: CommandContext): CommandResult {
  const subject = subjectOf(
    context,
    context.policy.playbook.criteria.map(({ id }) => id),
  );
  if (subject.kind === 'result') return subject.result;
  return context.command.name === 'attest' ? attest(context, subject.id, subject.rest) : waive(context, subject.id, subject.rest);
}

function attest(context: CommandContext, criterion: string, reason: string): CommandResult {
  const { policy, command, words, snapshot } = context;
  const terms = attestationsOf(policy, criterion);
  if (terms.length === 0) return refuse('not-attestable', words.notAttestable(inlineCode(criterion)));
  if (command.link === null) return refuse('no-link', words.noLink(usageOf(context)));
  const proven = provenIndependent(
    context,
    terms.map(({ authority }) => authority),
    contributorsFor(context, checkpointFor(context, criterion)),
  );
  if (proven.kind === 'result') return proven.result;
  // Signed by escalation, it may hold as long as the shortest of the rule's attestations.
  const own = terms.filter(({ authority }) => authority === proven.proof.authority);
  const days = Math.min(...(own.length > 0 ? own : terms).map(({ validDays }) => validDays));
  const latest = Temporal.PlainDate.from(dayIn(policy.schedule.timezone, snapshot.now)).add({ days }).toString();
  if (command.until !== null && command.until > latest) {
    return refuse('date-too-late', words.dateTooLate(inlineCode(command.until), inlineCode(latest)));
  }
  const until = command.until ?? latest;
  return decided({ ...context, command: { ...command, until } }, { kind: 'attest', subject: criterion, proof: proven.proof, reason });
}

function waive(context: CommandContext, criterion: string, reason: string): CommandResult {
  const { policy, command, words } = context;
  if (command.until === null) return refuse('no-date', words.noDate(usageOf(context)));
  const reach = waiverReach(context, criterion, reason);
  if (reach.kind === 'result') return reach.result;
  if (reach.reason === '') return refuse('no-reason', words.noReason(usageOf(context)));
  const proven = provenIndependent(
    context,
    configured(context, waiverAuthorities(policy, criterion)),
    contributorsFor(context, checkpointFor(context, criterion)),
  );
  if (proven.kind === 'result') return proven.result;
  const { scope, control } = reach;
  return decided(context, { kind: 'waive', subject: criterion, proof: proven.proof, reason: reach.reason, scope, control });
}

function decided(context: CommandContext, terms: Parameters<typeof newDecision>[1]): CommandResult {
  return { kind: 'decided', receipts: [{ decision: newDecision(context, terms), issue: receiptIssue(context, terms.subject) }], requests: [] };
}

/** The checkpoint whose block the criterion binds in: it says whose work is judged. */
function checkpointFor({ policy }: CommandContext, criterion: string): string {
  const block = policy.playbook.criteria.find(({ id }) => id === criterion)?.block;
  return policy.playbook.blocks.find(({ id }) => id === block)?.checkpoint ?? '';
}

/** A waiver needs one of several: those that the config leaves out are no reason to refuse the rest. */
function configured({ policy }: CommandContext, authorities: readonly string[]): readonly string[] {
  const set = authorities.filter((id) => policy.authorities[id]);
  return set.length > 0 ? set : authorities;
}
