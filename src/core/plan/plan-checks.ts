import type { Evaluation, GateResult } from '../gates/gate-result.ts';
import { checkStamp } from '../enforce/check-stamp.ts';
import { overwrittenCheck } from '../enforce/overwritten-check.ts';
import { canonicalJson, sha256 } from '../markers/digest.ts';
import { localeOf } from '../policy/locale-of.ts';
import { renderCheckOutput } from '../report/check-output.ts';
import type { CheckRunFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { checkState, type CheckState } from '../verdict/conclusion.ts';
import { configAnnotations } from './config-annotations.ts';
import { uncoveredAnnotations } from './uncovered-annotations.ts';
import type { Annotation, Write } from './write.ts';

/**
 * Plans the check runs of a commit: one per gate, created once and then updated. Nothing is planned for a gate whose check
 * already says the same, so a second run writes nothing; the end of the ledger is added where it is carried out.
 * All are written again when somebody asked for it: GitHub resets the suite then, not the runs.
 * Where another app posted a run of the same name after ours, a new one of ours takes the last word back, once for each of theirs.
 * GitHub appends annotations at each update, so they go once: with the first write that has any.
 * A job that `ends` is not there to complete a check later: what waits is then `action_required`, with its deadline in the summary.
 */
export function planChecks(evaluation: Evaluation, snapshot: PullSnapshot, poster: 'stays' | 'ends' = 'stays'): Write[] {
  return evaluation.gates.flatMap((gate) => {
    const state = stateFor(poster, gate);
    if (!state) return [];
    const output = renderCheckOutput({ gate, policy: evaluation.policy, snapshot, outside: evaluation.outside });
    const externalId = checkStamp(sha256(canonicalJson([state, output])).slice(0, 32), state);
    const foreign = overwrittenCheck(snapshot, gate.checkName)?.by != null;
    const current = foreign ? null : ourCheck(snapshot, gate);
    if (current?.externalId === externalId && isAsPosted(current, state) && snapshot.rerequested !== true) return [];
    // A text that is left out of an update may stay as it was, and then says what no longer holds.
    const content = { name: gate.checkName, headSha: evaluation.headSha, ...state, output: current ? { text: '', ...output } : output, externalId };
    return [
      current
        ? { do: 'update-check', id: current.id, ...content, annotations: current.annotations === 0 ? annotationsOf(evaluation, gate, snapshot) : [] }
        : { do: 'create-check', ...content, annotations: annotationsOf(evaluation, gate, snapshot) },
    ];
  });
}

function stateFor(poster: 'stays' | 'ends', { verdict, enforcement }: GateResult): CheckState | null {
  const state = checkState(verdict, enforcement);
  // Not `neutral`: GitHub lets that through a required check.
  return poster === 'ends' && state?.status === 'in_progress' ? { status: 'completed', conclusion: 'action_required' } : state;
}

/** The errors of the configurations that the pull requests bring stand on the policy gate, uncovered changed lines on that of coverage. */
function annotationsOf({ policy }: Evaluation, gate: GateResult, snapshot: PullSnapshot): Annotation[] {
  const kind = policy ? policy.playbook.gates.find(({ id }) => id === gate.gate)?.kind : gate.gate;
  if (kind === 'coverage' && policy) return uncoveredAnnotations({ policy, snapshot, gate });
  if (kind !== 'policy') return [];
  const previews = gate.pulls.flatMap(({ pull }) => snapshot.previews?.[pull.number] ?? []);
  return configAnnotations(previews, localeOf(snapshot.policy));
}

/** The newest run of ours with the gate's name. Another app's run of the same name is never ours to update. */
function ourCheck(snapshot: PullSnapshot, gate: GateResult): CheckRunFacts | null {
  const ours = snapshot.checkRuns.filter((run) => run.name === gate.checkName && run.appId === snapshot.appId);
  return ours.reduce<CheckRunFacts | null>((newest, run) => (newest && newest.id > run.id ? newest : run), null);
}

/** Whether the run still shows what we posted; somebody with a token of ours may have changed it. */
function isAsPosted(run: CheckRunFacts, state: { status: string; conclusion?: string }): boolean {
  return run.status === state.status && (run.conclusion ?? undefined) === state.conclusion;
}
