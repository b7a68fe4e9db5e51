import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import { inlineCode } from '../report/markdown.ts';
import { checkpointAuthority } from './checkpoint-authority.ts';
import { conditionsDue } from './conditions-due.ts';
import { endOfDay } from './end-of-day.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { contributorsFor, provenIndependent } from './independence.ts';
import { newDecision, type DecisionTerms } from './new-decision.ts';
import { provenAuthority } from './proven-authority.ts';
import { receiptIssue } from './receipt-issue.ts';
import { subjectOf } from './subject-of.ts';
import { usageOf } from './usage-of.ts';
import { workSince } from './work-since.ts';

/** Each becomes an issue: more than this is a list of work, which belongs into the plan. */
const mostConditions = 20;

/** Signs a checkpoint off, or refuses it. Refusing closes gates, so it asks for authority but not for independence. */
export function decideCheckpoint(context: CommandContext): CommandResult {
  const { policy, command, words } = context;
  const subject = subjectOf(
    context,
    policy.playbook.checkpoints.map(({ id }) => id),
  );
  if (subject.kind === 'result') return subject.result;
  const authority = checkpointAuthority(policy, subject.id);
  if (command.name === 'reject') {
    if (subject.rest === '') return refuse('no-reason', words.noReason(usageOf(context)));
    const proven = provenAuthority(context, [authority]);
    return proven.kind === 'result'
      ? proven.result
      : decided(context, { kind: 'reject', subject: subject.id, reason: subject.rest, proof: proven.proof, until: null });
  }
  const proven = provenIndependent(context, [authority], contributorsFor(context, subject.id));
  if (proven.kind === 'result') return proven.result;
  const terms = { subject: subject.id, reason: subject.rest, proof: proven.proof };
  if (command.conditions.length > 0) return approveWithConditions(context, terms);
  if (alreadySigned(context, subject.id)) return refuse('already', words.already(inlineCode(subject.id)));
  return decided(context, { ...terms, kind: 'approve' });
}

/** The date is that of the conditions: met by then, the approval stays; until then it counts. */
function approveWithConditions(context: CommandContext, terms: Omit<DecisionTerms, 'kind'>): CommandResult {
  const { command, policy, snapshot, words, comment } = context;
  if (command.conditions.length > mostConditions) return refuse('too-many-conditions', words.tooManyConditions(mostConditions));
  const day = command.until ?? conditionsDue(policy, terms.subject, snapshot.now);
  if (day === null) return refuse('no-date', words.noConditionDate(usageOf(context)));
  const due = endOfDay(day, policy.schedule.timezone);
  const result = decided(context, { ...terms, kind: 'approve-with-conditions', conditions: command.conditions, until: null, due });
  if (result.kind !== 'decided') return result;
  const argument = result.receipts[0]?.decision.id ?? '';
  const request = {
    kind: 'conditions',
    issue: snapshot.issue.number,
    commentId: comment.id,
    by: { id: comment.author.id, login: comment.author.login },
    argument,
  } as const;
  return { ...result, requests: [request] };
}

function decided(context: CommandContext, terms: Parameters<typeof newDecision>[1]): CommandResult {
  const { snapshot } = context;
  const decision = newDecision(context, { ...terms, commits: { from: rangeStart(context, terms.subject), to: snapshot.defaultBranchSha } });
  return { kind: 'decided', receipts: [{ decision, issue: receiptIssue(context, terms.subject) }], requests: [] };
}

function rangeStart({ policy, decisions, snapshot }: CommandContext, checkpoint: string): string | null {
  return workSince({ policy, decisions, checkpoint, now: snapshot.now, seeded: snapshot.seeded, work: { pulls: [], directPushes: [] } }).from;
}

function alreadySigned({ policy, decisions, comment, snapshot }: CommandContext, checkpoint: string): boolean {
  const state = checkpointState(policy, decisions, { id: checkpoint, now: snapshot.now, seeded: snapshot.seeded, merged: snapshot.mergedSince });
  const counts = state.state === 'approved' || state.state === 'conditions' || state.state === 'partial';
  return counts && state.by.some((decision) => decision.by.id === comment.author.id && decision.kind === 'approve' && decision.until === null);
}
