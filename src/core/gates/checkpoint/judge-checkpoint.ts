import { dayIn } from '../../calendar/calendar-day.ts';
import { sprintCalendar } from '../../calendar/sprint-calendar.ts';
import { commandTable } from '../../commands/command-table.ts';
import { checkpointAuthority } from '../../people/checkpoint-authority.ts';
import { checkpointIssue } from '../../people/checkpoint-issue.ts';
import { escalationAuthority } from '../../people/command-authorities.ts';
import { lastDay } from '../../people/end-of-day.ts';
import { describeAuthority } from '../../people/describe-authority.ts';
import type { Block } from '../../playbook/playbook-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { inlineCode } from '../../report/markdown.ts';
import type { PullSnapshot } from '../../snapshot/pull-snapshot.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { checkpointState, type CheckpointState } from './checkpoint-state.ts';
import { checkpointWords } from './checkpoint-words.ts';
import { describeSignOff, describeVoid } from './describe-sign-off.ts';
import { nobodyLeft, type EligibleSigners } from './nobody-left.ts';

export interface JudgeInput {
  readonly policy: Policy;
  readonly snapshot: Pick<PullSnapshot, 'now' | 'decisions' | 'seeded' | 'mergedSince' | 'unavailable'>;
  /** Who may still sign, where it was worked out: by `explain`. A gate does not list teams and merged work at every look. */
  readonly eligible?: EligibleSigners;
  readonly block: Block;
  /** Title of the calendar's sprint, e.g. `Sprint 5`. */
  readonly current: string;
}

/** Judges one checkpoint that must be signed. Waiting for a person is `fail` and names who; nobody to wait for is `cannot-evaluate`. */
export function judgeCheckpoint(input: JudgeInput): Verdict {
  const { policy, snapshot, block } = input;
  const state = checkpointState(policy, snapshot.decisions, { id: block.checkpoint, now: snapshot.now, seeded: snapshot.seeded, merged: snapshot.mergedSince });
  const node = { id: block.checkpoint, title: policy.text.checkpoints[block.checkpoint]?.title ?? block.checkpoint, children: [] };
  if (state.signed) return { ...node, verdict: 'pass', code: `checkpoint.${state.state}`, reason: stateReason(input, state), next: null };
  const words = checkpointWords[policy.locale];
  const unread = snapshot.unavailable.find(({ what }) => what === 'decisions');
  if (unread)
    return {
      ...node,
      verdict: 'cannot-evaluate',
      code: 'checkpoint.decisions-unavailable',
      reason: words.decisionsUnknown(unread.why),
      next: words.unknownNext,
    };
  const unseen = state.state === 'lapsed' ? snapshot.unavailable.find(({ what }) => what === 'issues' || what === 'seeded') : undefined;
  if (unseen)
    return {
      ...node,
      verdict: 'cannot-evaluate',
      code: 'checkpoint.conditions-unavailable',
      reason: words.conditionsUnknown(unseen.why),
      next: words.unknownNext,
    };
  if (state.voided?.some(({ by }) => by === 'unknown'))
    return { ...node, verdict: 'cannot-evaluate', code: 'checkpoint.void-unknown', reason: describeVoid(policy, state), next: words.unknownNext };
  const authority = checkpointAuthority(policy, block.checkpoint);
  const path = inlineCode(`authorities.${authority}`);
  if (!policy.authorities[authority])
    return { ...node, verdict: 'cannot-evaluate', code: 'checkpoint.authority-unset', reason: words.noAuthority(path), next: words.setAuthority(path) };
  if (state.state !== 'partial' && nobodyLeft(policy, authority, input.eligible)) {
    return { ...node, verdict: 'cannot-evaluate', code: 'checkpoint.nobody-left', reason: words.nobodyLeft, next: nextOf(input, escalationAuthority) };
  }
  const late = isLate(input);
  const code = late && state.state === 'unsigned' ? 'checkpoint.calendar-moved-on' : `checkpoint.${state.state}`;
  return { ...node, verdict: 'fail', code, reason: stateReason(input, state), next: nextOf(input, authority) + (late ? ` ${words.replan}` : '') };
}

/** When the checkpoint is due: the last day of its block. */
export function dueDay(policy: Policy, block: Block): string | null {
  return sprintCalendar(policy).findLast((dates) => dates.block === block.id)?.end ?? null;
}

function isLate({ policy, snapshot, block }: JudgeInput): boolean {
  const due = dueDay(policy, block);
  return due !== null && due < dayIn(policy.schedule.timezone, snapshot.now);
}

/** How a checkpoint stands, as one sentence: prose with `code`, escaped where it is rendered. */
export function stateReason(input: JudgeInput, state: CheckpointState): string {
  const { policy, block } = input;
  const words = checkpointWords[policy.locale];
  const last = state.by.at(-1);
  const by = [...new Set(state.by.map((decision) => inlineCode(decision.by.login)))].join(', ');
  const on = (time: string | null | undefined): string => (time ? dayIn(policy.schedule.timezone, time) : '');
  const why = last?.reason ?? '';
  const due = dueDay(policy, block);
  const met = state.conditions.length > 0 ? [words.conditionsMet(state.conditions.length)] : [];
  switch (state.state) {
    case 'approved':
      return [words.signed(by, on(last?.at)), describeSignOff(policy, state), ...met].join(' ');
    case 'conditions':
      return `${words.withConditions(by, describeConditions(state), state.until && lastDay(policy.schedule.timezone, state.until))} ${describeSignOff(policy, state)}`;
    case 'voided':
      return describeVoid(policy, state);
    case 'lapsed':
      return words.lapsed(by, describeConditions(state), state.until === null ? '' : lastDay(policy.schedule.timezone, state.until));
    case 'baseline':
      return `${words.baseline(by, on(last?.at))} ${describeSignOff(policy, state)}`;
    case 'rejected':
      return words.rejected(by, why);
    case 'revoked':
      return words.revoked(by, why);
    case 'expired':
      return words.expired(on(last?.until));
    case 'partial':
      return words.partial(by, state.missing ? describeAuthority(state.missing, policy.locale) : '');
    case 'unsigned':
      return isLate(input) && due !== null ? words.late(input.current, inlineCode(block.checkpoint), due) : words.unsigned(due);
  }
}

/** The conditions that are not met yet, each with its issue. */
function describeConditions({ conditions }: CheckpointState): string {
  return conditions
    .filter(({ met }) => !met)
    .map(({ text, issue }) => (issue === null ? text : `${text} (#${issue})`))
    .join('; ');
}

/** Who signs, with what, and where. */
function nextOf({ policy, snapshot, block }: JudgeInput, authority: string): string {
  const words = checkpointWords[policy.locale];
  const rule = policy.authorities[authority];
  if (!rule) return words.setAuthority(inlineCode(`authorities.${authority}`));
  const approve = commandTable.find(({ name }) => name === 'approve')?.called[policy.locale][0] ?? 'approve';
  const issue = checkpointIssue(policy, snapshot.seeded, block.checkpoint);
  const where = issue ? `#${issue.number}` : 'GitHub';
  return words.sign(describeAuthority(rule, policy.locale), inlineCode(`/sprintgate ${approve} ${block.checkpoint}`), where);
}
