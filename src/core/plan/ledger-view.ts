import type { Evaluation } from '../gates/gate-result.ts';

/** What the ledger says of a decision: by which engine and policy, and the whole verdict. What was seen is kept beside it, as a snapshot. */
export interface LedgerView {
  readonly engine: string;
  /** The policy's digest; null where no configuration was ever good. */
  readonly policy: string | null;
  readonly gates: readonly (Omit<Evaluation['gates'][number], 'pulls'> & {
    readonly pulls: readonly { readonly pull: { readonly number: number }; readonly verdict: Evaluation['gates'][number]['pulls'][number]['verdict'] }[];
  })[];
  readonly outside: readonly number[];
}

export function ledgerView(evaluation: Evaluation, engine: string): LedgerView {
  return {
    engine,
    policy: evaluation.policy?.digest ?? null,
    gates: evaluation.gates.map((gate) => ({ ...gate, pulls: gate.pulls.map(({ pull, verdict }) => ({ pull: { number: pull.number }, verdict })) })),
    outside: evaluation.outside.map(({ number }) => number),
  };
}
