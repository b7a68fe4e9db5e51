import { checkpointState } from '../gates/checkpoint/checkpoint-state.ts';
import type { MissingAuthority } from './authority-holds.ts';
import type { CommandContext, CommandResult } from './command-context.ts';
import type { Decision } from './decision.ts';
import { describeAuthority } from './describe-authority.ts';
import { signatures } from './signatures.ts';
import { standingDecisions } from './standing-decisions.ts';
import { scopeKey } from './waiver-scope.ts';

const approvals: readonly Decision['kind'][] = ['approve', 'approve-with-conditions'];
/** What opens a gate, and so waits until everybody signed whom its authority asks for. */
const opening: readonly Decision['kind'][] = [...approvals, 'attest', 'waive', 'override', 'baseline'];
/** What is about one head commit: signatures of another do not add up with it. */
const bound: readonly Decision['kind'][] = ['approve', 'override'];

/** A decision that does not count yet, because its authority asks for further people, says so: its receipt alone would read as done. */
export function withIncompleteNote(context: CommandContext, result: CommandResult): CommandResult {
  if (result.kind !== 'decided') return result;
  const decided = result.receipts.map(({ decision }) => decision);
  const last = decided.at(-1);
  const missing = last && opening.includes(last.kind) ? missingFor(context, last, [...context.decisions, ...decided]) : null;
  if (!last || missing === null) return result;
  const { rule } = last.proof;
  const count = rule && 'count' in rule && 'people' in missing ? { have: rule.count - missing.people, need: rule.count } : null;
  return { ...result, note: context.words.incomplete(describeAuthority(missing, context.policy.locale), count) };
}

function missingFor({ policy, snapshot }: CommandContext, last: Decision, all: readonly Decision[]): MissingAuthority | null {
  const isCheckpoint = approvals.includes(last.kind) && policy.playbook.checkpoints.some(({ id }) => id === last.subject);
  if (isCheckpoint) return checkpointState(policy, all, { id: last.subject, now: snapshot.now, seeded: snapshot.seeded, merged: snapshot.mergedSince }).missing;
  const same = standingDecisions(all, snapshot.now).filter((decision) => isSame(decision, last));
  return signatures(policy, same, last.proof.authority).missing;
}

function isSame(decision: Decision, last: Decision): boolean {
  const { kind, subject, unit, scope, commits } = last;
  if (decision.kind !== kind || decision.subject !== subject || decision.unit !== unit || scopeKey(decision.scope) !== scopeKey(scope)) return false;
  return !bound.includes(kind) || decision.commits.to === commits.to;
}
