import type { GateVerdict } from '../verdict/verdict.ts';
import type { DecidedEntry } from './decided-pull.ts';

/** What an entry about a deployment says. */
interface DeploymentPayload {
  readonly environment: string;
  readonly attempt: number;
  readonly commit: string;
  readonly pulls: readonly number[];
  readonly state: 'approved' | 'rejected' | 'waits';
  readonly verdicts: readonly GateVerdict[];
}

/** How one environment was decided on last. */
export interface DecidedEnvironment extends DeploymentPayload {
  readonly entry: { readonly seq: number; readonly at: string; readonly digest: string };
  /** Why GitHub did not take it; null where it did, or where nothing was to be told. */
  readonly refused: string | null;
}

/** The last decision on each environment of a run, in the order in which they were first decided on. */
export function decidedDeployment(entries: readonly DecidedEntry[]): DecidedEnvironment[] {
  const found = new Map<string, DecidedEnvironment>();
  for (const { seq, at, digest, payload, outcomes } of entries) {
    const decision = payload.decision as unknown as DeploymentPayload;
    const { environment, attempt, commit, pulls, state, verdicts } = decision;
    const refused = outcomes?.find(({ error }) => error !== undefined)?.error ?? null;
    found.set(environment, { entry: { seq, at, digest }, environment, attempt, commit, pulls, state, verdicts, refused });
  }
  return [...found.values()];
}
