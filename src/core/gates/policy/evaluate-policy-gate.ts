import { activeHold } from '../../people/active-hold.ts';
import { timeIn } from '../../calendar/time-in.ts';
import { activeOverride } from '../../people/active-override.ts';
import { commandTable } from '../../commands/command-table.ts';
import { inlineCode } from '../../report/markdown.ts';
import { combineAll } from '../../verdict/combine.ts';
import type { GateVerdict, Verdict } from '../../verdict/verdict.ts';
import { judgeConfig, judgePreview, judgeWeakenings } from './judge-config.ts';
import { judgeFreeze } from './judge-freeze.ts';
import type { PolicyGateInput } from './policy-gate-input.ts';
import { policyWords } from './policy-words.ts';

/** Judges what is not about the work itself: errors and weakenings of the configuration, a hold, a freeze, an override. */
export function evaluatePolicyGate(input: PolicyGateInput): GateVerdict {
  const { policy, gate } = input;
  const children = [judgeConfig(input), ...judgePreview(input), ...judgeWeakenings(input), judgeHold(input), ...judgeFreeze(input), ...showOverride(input)];
  const verdict = combineAll(children.map((child) => child.verdict));
  const node = { id: gate, gate, title: policy.text.gates[gate]?.title ?? gate, children, verdict };
  const words = policyWords[policy.locale];
  const open = children.filter((child) => child.verdict !== 'pass');
  // A configuration that is mended here is no good one yet, and an exception from a freeze is to be seen: their words go first.
  const told = children.find(({ code }) => code === 'policy.mended-here') ?? children.find(({ code }) => code === 'policy.freeze-excepted');
  if (open.length === 0) return { ...node, code: told?.code ?? 'policy.all-well', reason: told?.reason ?? words.allWell, next: null };
  const [first] = open;
  const reason = open.length === 1 && first ? first.reason : words.notAllWell(open.map(({ title }) => title).join(', '));
  const brief = open.length === 1 && first?.brief !== undefined ? { brief: first.brief } : {};
  return { ...node, ...brief, code: first?.code ?? 'policy.open', reason, next: first?.next ?? null };
}

function judgeHold({ policy, snapshot, pull }: PolicyGateInput): Verdict {
  const words = policyWords[policy.locale];
  const node = { id: 'hold', title: words.titles.hold, children: [] };
  const unread = snapshot.unavailable.find(({ what }) => what === 'decisions');
  if (unread) return { ...node, verdict: 'cannot-evaluate', code: 'policy.hold-unknown', reason: words.holdUnknown(unread.why), next: words.holdUnknownNext };
  const hold = activeHold(snapshot.decisions, { number: pull.number, now: snapshot.now });
  if (!hold) return { ...node, verdict: 'pass', code: 'policy.not-held', reason: words.notHeld, next: null };
  const unhold = commandTable.find(({ name }) => name === 'unhold')?.called[policy.locale][0] ?? 'unhold';
  return {
    ...node,
    verdict: 'fail',
    code: 'policy.held',
    reason: words.held(inlineCode(hold.by.login), hold.reason ?? ''),
    next: words.heldNext(inlineCode(`/sprintgate ${unhold}`)),
  };
}

function showOverride({ policy, snapshot, pull }: PolicyGateInput): Verdict[] {
  const words = policyWords[policy.locale];
  const override = activeOverride(snapshot.decisions, { number: pull.number, headSha: pull.head.sha, now: snapshot.now });
  if (!override || override.until === null) return [];
  const reason = words.override(inlineCode(override.by.login), timeIn(policy.schedule.timezone, override.until), override.reason ?? '');
  return [{ id: 'override', title: words.titles.override, children: [], verdict: 'pass', code: 'policy.override', reason, next: words.overrideNext }];
}
