import type { Write } from '../plan/write.ts';

/** One thing that we said about a deployment, or decided. */
export interface DeploymentNote {
  readonly environment: string;
  /** Attempt of the workflow run: running it again asks again. */
  readonly attempt: number;
  readonly at: string;
  readonly did: 'told' | 'approved' | 'rejected';
  readonly body: string;
  /** False where it failed, or where we were stopped before an answer came. */
  readonly done: boolean;
}

/** An entry of the ledger; its payload is null once it was erased. */
export interface KeptEntry {
  readonly kind: string;
  readonly at: string;
  readonly payload: string | null;
}

/** What the ledger says that was said and decided about the deployments of a run: GitHub lists no comments of ours. */
export function deploymentHistory(entries: readonly KeptEntry[]): DeploymentNote[] {
  const notes: DeploymentNote[] = [];
  let open: DeploymentNote[] = [];
  for (const { kind, at, payload } of entries) {
    if (kind === 'decision') {
      notes.push(...open);
      open = planned(at, payload);
    } else {
      const outcomes = JSON.parse(payload ?? '[]') as { error?: string }[];
      notes.push(...open.map((note, index) => ({ ...note, done: outcomes[index] !== undefined && outcomes[index].error === undefined })));
      open = [];
    }
  }
  return [...notes, ...open];
}

function planned(at: string, payload: string | null): DeploymentNote[] {
  const { decision, plan = [] } = JSON.parse(payload ?? '{}') as { decision?: { attempt?: number }; plan?: Write[] };
  const attempt = decision?.attempt ?? 1;
  return plan.flatMap((write): DeploymentNote[] => {
    if (write.do !== 'comment-deployment' && write.do !== 'decide-deployment') return [];
    const did = write.do === 'decide-deployment' ? write.state : 'told';
    return [{ environment: write.environment, attempt, at: new Date(at).toISOString(), did, body: write.body, done: false }];
  });
}
