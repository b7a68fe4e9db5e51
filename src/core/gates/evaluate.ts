import { matchGlobs } from '../globs/match-globs.ts';
import { type GateKind, gateKinds } from '../playbook/playbook-schema.ts';
import { enforcementIn } from '../policy/enforcement-in.ts';
import { activeOverride } from '../people/active-override.ts';
import { applyOverride } from '../people/apply-override.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { worst } from '../verdict/combine.ts';
import { type Enforcement, strongest } from '../verdict/enforcement.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import { baseOutsideVerdict } from './base-outside.ts';
import { brokenConfigVerdict } from './broken-config.ts';
import { evaluateCheckpoint } from './checkpoint/evaluate-checkpoint.ts';
import { evaluateCoverage } from './coverage/evaluate-coverage.ts';
import type { GateInput } from './gate-input.ts';
import type { Evaluation } from './gate-result.ts';
import { evaluatePolicyGate } from './policy/evaluate-policy-gate.ts';
import { evaluateQuality } from './quality/evaluate-quality.ts';
import { evaluateReadiness } from './readiness/evaluate-readiness.ts';
import { offInBlockVerdict } from './off-in-block.ts';
import { pullEnforcement } from './pull-enforcement.ts';
import { unreadPullVerdict } from './unread-pull.ts';

const evaluators: Readonly<Record<GateKind, (input: GateInput) => GateVerdict>> = {
  coverage: evaluateCoverage,
  checkpoint: evaluateCheckpoint,
  quality: evaluateQuality,
  readiness: evaluateReadiness,
  policy: (input) => {
    const preview = input.snapshot.previews?.[input.pull.number];
    return evaluatePolicyGate(preview ? { ...input, preview } : input);
  },
};

/**
 * Judges every gate of a head commit. The same function serves the app, the Action and the CLI: they differ only in who
 * read the snapshot. A repository without any configuration has no gates; one whose configuration never was good has all
 * of them, and none can be evaluated.
 */
export function evaluate(snapshot: PullSnapshot): Evaluation {
  const state = snapshot.policy;
  if (state.kind === 'absent') return { headSha: snapshot.headSha, policy: null, gates: [], outside: [] };
  if (state.kind === 'broken') return evaluateBroken(snapshot);
  const { policy } = state;
  const isGated = matchGlobs(policy.branches);
  const inside = snapshot.pulls.filter((pull) => isGated(pull.base.ref));
  const outside = snapshot.pulls.filter((pull) => !isGated(pull.base.ref));
  const gates = policy.playbook.gates.map((gate) => {
    // Beside one that is gated, a pull request elsewhere contributes nothing. Alone it still gets an answer: a required
    // check that is never reported blocks without a word.
    const inputOf = (pull: PullFacts): GateInput => ({ policy, snapshot, pull, gate: gate.id });
    const verdictOf = (pull: PullFacts) => (inside.length > 0 ? judgeInBlock(gate.kind, inputOf(pull)) : outsideVerdict(inputOf(pull)));
    const pulls = (inside.length > 0 ? inside : outside).map((pull) => ({ pull, verdict: verdictOf(pull) }));
    const enforcement = strongest(pulls.map(({ verdict }) => verdict.enforcement));
    return { gate: gate.id, checkName: checkName(policy.unit, gate.id), enforcement, verdict: worst(pulls.map(({ verdict }) => verdict.verdict)), pulls };
  });
  return { headSha: snapshot.headSha, policy, gates, outside };
}

type Enforced = GateVerdict & { readonly enforcement: Enforcement };

function outsideVerdict(input: GateInput): Enforced {
  return { ...baseOutsideVerdict(input), enforcement: enforcementIn(input.policy, input.gate, null) };
}

function judgeInBlock(kind: GateKind, input: GateInput): Enforced {
  const enforcement = pullEnforcement(input);
  // Where it is off in this block alone its check is posted all the same: it may be a required one.
  if (enforcement === 'off' && input.policy.enforce[input.gate] !== 'off') return { ...offInBlockVerdict(input), enforcement: 'warn' };
  return { ...judge(kind, input), enforcement };
}

/** An override opens the gates of its own pull request: another one with the same head stays closed. */
function judge(kind: GateKind, input: GateInput): GateVerdict {
  const unread = unreadPullVerdict(input);
  if (unread) return unread;
  const { policy, snapshot, pull } = input;
  const override = activeOverride(snapshot.decisions, { number: pull.number, headSha: pull.head.sha, now: snapshot.now });
  return applyOverride(evaluators[kind](input), override, policy);
}

/** `sprintgate/<gate>`, or `sprintgate/<unit>/<gate>` in a unit of a monorepo. */
export function checkName(unit: string, gate: string): string {
  return unit === '.' ? `sprintgate/${gate}` : `sprintgate/${unit}/${gate}`;
}

function evaluateBroken(snapshot: PullSnapshot): Evaluation {
  const state = snapshot.policy;
  const known = state.kind === 'broken' ? state.gates : undefined;
  // Without a playbook all that could be meant: a required check must end.
  const gates = (known ?? gateKinds).map((gate) => {
    const pulls = snapshot.pulls.map((pull) => ({ pull, verdict: brokenConfigVerdict(gate, state) }));
    return { gate, checkName: checkName('.', gate), enforcement: 'block' as const, verdict: 'cannot-evaluate' as const, pulls };
  });
  return { headSha: snapshot.headSha, policy: null, gates, outside: [] };
}
