import type { Policy } from '../policy/policy.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { GateVerdict, Outcome } from '../verdict/verdict.ts';

/** One gate on one commit: the worst verdict of the pull requests that share it, and each of them. */
export interface GateResult {
  readonly gate: string;
  readonly checkName: string;
  readonly enforcement: Enforcement;
  readonly verdict: Outcome;
  readonly pulls: readonly { readonly pull: PullFacts; readonly verdict: GateVerdict }[];
}

/** What was decided about one head commit. */
export interface Evaluation {
  readonly headSha: string;
  /** Null while no configuration was ever good. */
  readonly policy: Policy | null;
  readonly gates: readonly GateResult[];
  /** Pull requests with this head whose base is outside the configured branches: they contribute nothing. */
  readonly outside: readonly PullFacts[];
}
