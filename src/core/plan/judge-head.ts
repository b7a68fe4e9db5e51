import type { RefusalCause } from '../evidence/bundle/refusal-cause.ts';
import { type OverwrittenCheck, overwrittenCheck } from '../enforce/overwritten-check.ts';
import { evaluate } from '../gates/evaluate.ts';
import { isRelease } from '../gates/readiness/is-release.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import { ledgerView, type LedgerView } from './ledger-view.ts';
import { nextExpiry } from './next-expiry.ts';
import { planChecks } from './plan-checks.ts';
import { planReports } from './plan-reports.ts';
import type { Write } from './write.ts';

export interface JudgedBy {
  /** The version of the engine, for the ledger. */
  readonly engineVersion: string;
  /** False for a merge group: its commit gets checks alone. */
  readonly reports: boolean;
  /** Set where the decision is wanted although no check may be written, as for a deployment. */
  readonly decides?: 'always';
}

/** What the ledger says of a judgement. */
export interface HeadDecision extends LedgerView {
  readonly overwritten?: readonly OverwrittenCheck[];
  /** Why it was judged as if no upload could be read: whoever judges again without this comes to something else. */
  readonly evidenceRefused?: RefusalCause;
}

/** All that follows from a snapshot: plain values, so that whoever judges may be another process. */
export interface Judgement {
  readonly writes: readonly Write[];
  /** What was decided and from what, for the ledger; null where nothing is to be written. */
  readonly decision: HeadDecision | null;
  /** ISO time at which somebody has to look again; null when nothing ends by itself. */
  readonly expiry: string | null;
  /** Pull requests that are now recognised as releases, and were not before. */
  readonly releases: readonly number[];
  /** Checks of ours of which somebody else had the last word; they are among the writes. */
  readonly overwritten: readonly OverwrittenCheck[];
  readonly verdicts: readonly { readonly pull: number; readonly verdict: GateVerdict }[];
}

/** Evaluates a head commit and plans what is to be written: the one place where a snapshot becomes decisions. */
export function judgeHead(snapshot: PullSnapshot, by: JudgedBy): Judgement {
  const evaluation = evaluate(snapshot);
  const { policy } = evaluation;
  const writes = [...planChecks(evaluation, snapshot), ...(by.reports ? planReports(evaluation, snapshot) : [])];
  const overwritten = evaluation.gates.flatMap(({ checkName, enforcement }) => (enforcement === 'off' ? [] : (overwrittenCheck(snapshot, checkName) ?? [])));
  const { knownReleases } = snapshot;
  const isNew = (number: number): boolean => !knownReleases.includes(number);
  return {
    writes,
    decision:
      writes.length === 0 && by.decides !== 'always'
        ? null
        : { ...ledgerView(evaluation, by.engineVersion), ...(overwritten.length > 0 ? { overwritten } : {}) },
    overwritten,
    expiry: nextExpiry(snapshot, evaluation),
    releases: policy ? snapshot.pulls.filter((pull) => isNew(pull.number) && isRelease(policy, pull, knownReleases)).map(({ number }) => number) : [],
    verdicts: evaluation.gates.flatMap(({ pulls }) => pulls.map(({ pull, verdict }) => ({ pull: pull.number, verdict }))),
  };
}
