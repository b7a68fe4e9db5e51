import { currentSprint } from '../../calendar/sprint-calendar.ts';
import type { Block } from '../../playbook/playbook-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { inlineCode } from '../../report/markdown.ts';
import { combineAll } from '../../verdict/combine.ts';
import type { GateVerdict, Verdict } from '../../verdict/verdict.ts';
import type { GateInput } from '../gate-input.ts';
import { checkpointWords } from './checkpoint-words.ts';
import { judgeCheckpoint } from './judge-checkpoint.ts';
import { judgePlanning } from './judge-planning.ts';
import { pullSprint, type PullSprint } from './pull-sprint.ts';
import { unreadPlace } from './unread-place.ts';

/**
 * Judges whether the checkpoints before a pull request's block are signed. For the first block there is nothing to sign
 * before it, and the gate passes with that reason.
 */
export function evaluateCheckpoint(input: GateInput): GateVerdict {
  const { policy, snapshot, pull, gate } = input;
  const unread = sprintUnknown(input);
  if (unread) return unread;
  const own = pullSprint({ policy, pull, now: snapshot.now, seeded: snapshot.seeded, milestones: snapshot.milestones });
  const today = currentSprint(policy, snapshot.now);
  const current = sprintTitle(policy, today);
  const signed = blocksBefore(policy, own).map((block) => judgeCheckpoint({ policy, snapshot, block, current }));
  const planning = judgePlanning(input);
  const node = { id: gate, gate, title: policy.text.gates[gate]?.title ?? gate, children: planning ? [...signed, planning] : signed };
  const words = checkpointWords[policy.locale];
  const because = words.because(own.because, own.phase ? (policy.text.phases[own.phase]?.title ?? own.phase) : sprintTitle(policy, own.sprint));
  const verdict = combineAll([...signed, ...(planning ? [planning] : [])].map((child) => child.verdict));
  if (signed.some((child) => child.verdict !== 'pass')) return { ...node, verdict, ...waiting(policy, signed, { because, current }) };
  if (planning && planning.verdict !== 'pass') return { ...node, verdict, ...saidOf(planning) };
  const [code, reason] =
    signed.length === 0
      ? (['checkpoint.nothing-before', words.nothingBefore(because)] as const)
      : (['checkpoint.all-signed', words.allSigned(signed.length, because) + openConditions(policy, signed)] as const);
  return { ...node, verdict: 'pass', code, ...noted(reason, planning), next: null };
}

/** Which of the signed checkpoints still have conditions to meet: a reader of the first lines must not take them for done. */
function openConditions(policy: Policy, signed: readonly Verdict[]): string {
  const reserved = signed.filter(({ code }) => code === 'checkpoint.conditions').map(({ id }) => inlineCode(id));
  return reserved.length === 0 ? '' : ` ${checkpointWords[policy.locale].openConditions(reserved.join(', '))}`;
}

/** A gate that passes still tells that the work is not planned, below its first line. */
function noted(reason: string, planning: Verdict | null): Pick<Verdict, 'reason' | 'brief'> {
  return planning?.code === 'planning.unplanned-allowed' ? { reason: `${reason} ${planning.reason} ${planning.next ?? ''}`, brief: reason } : { reason };
}

function saidOf({ code, reason, next, brief }: Verdict): Pick<Verdict, 'code' | 'reason' | 'next' | 'brief'> {
  return { code: `checkpoint.${code}`, reason, next, ...(brief === undefined ? {} : { brief }) };
}

/** Without the milestones, the sprint of the issues that it closes cannot be told, and today's might ask for less. */
function sprintUnknown(input: GateInput): GateVerdict | null {
  const { policy, gate } = input;
  const missing = unreadPlace(input);
  if (!missing) return null;
  const words = checkpointWords[policy.locale];
  return {
    id: gate,
    gate,
    title: policy.text.gates[gate]?.title ?? gate,
    children: [],
    verdict: 'cannot-evaluate',
    code: 'checkpoint.sprint-unknown',
    reason: words.sprintUnknown(missing.why),
    next: words.unknownNext,
  };
}

function waiting(policy: Policy, children: readonly Verdict[], say: { because: string; current: string }): Pick<Verdict, 'code' | 'reason' | 'next' | 'brief'> {
  const words = checkpointWords[policy.locale];
  const open = children.filter((child) => child.verdict !== 'pass');
  const names = open.map((child) => inlineCode(child.id)).join(', ');
  // The first one is what the team acts on next: the others cannot be signed sensibly before it.
  const next = open[0]?.next ?? null;
  const brief = { brief: words.briefWaits(open.length, open[0]?.title ?? '') };
  if (open.some((child) => child.code === 'checkpoint.calendar-moved-on')) {
    return { code: 'checkpoint.calendar-moved-on', reason: words.calendarMovedOn(say.current, names), next, ...brief };
  }
  return { code: 'checkpoint.waits', reason: words.waits(names, say.because), next, ...brief };
}

function blocksBefore(policy: Policy, own: PullSprint): readonly Block[] {
  const { blocks } = policy.playbook;
  if (own.phase !== null) return blocks;
  const index = blocks.findIndex(({ sprints }) => sprints.includes(own.sprint));
  return blocks.slice(0, Math.max(0, index));
}

function sprintTitle(policy: Policy, sprint: number): string {
  return `${policy.text.sprint} ${sprint}`;
}
