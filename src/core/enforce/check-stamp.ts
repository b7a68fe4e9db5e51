import type { CheckRunFacts } from '../snapshot/facts.ts';

/** What a check was posted as: a digest of what it says, and its state, by which a later change of the run is told. */
export function checkStamp(digest: string, state: { readonly status: string; readonly conclusion?: string }): string {
  return `${digest}.${state.conclusion ?? state.status}`;
}

/** Whether a run still has the state that its stamp names. One without a state in its stamp is of before, and taken as it is. */
export function isAsWritten(run: Pick<CheckRunFacts, 'externalId' | 'status' | 'conclusion'>): boolean {
  const written = run.externalId?.split('.')[1];
  return written === undefined || written === (run.conclusion ?? run.status);
}
