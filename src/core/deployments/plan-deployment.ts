import type { Write } from '../plan/write.ts';
import type { DeploymentDecision } from './decide-deployment.ts';
import type { DeploymentNote } from './deployment-history.ts';

// GitHub takes ten. The last is kept back for one whose answer never came, and which may count all the same.
const mostComments = 9;

export interface DeploymentPlan {
  readonly run: number;
  readonly environment: string;
  readonly decision: DeploymentDecision;
  /** What was said and decided about this environment in this attempt of the run. */
  readonly notes: readonly DeploymentNote[];
  /** What to say; `lastWord` where nothing more can be said before the decision. */
  readonly tell: (lastWord: boolean) => string;
}

/** A decision, or a comment when it says something else than the last one and there is room for it; else nothing. */
export function planDeployment({ run, environment, decision, notes, tell }: DeploymentPlan): Write[] {
  if (decision.state !== 'waits') {
    const again = notes.some(({ did, done }) => did === decision.state && !done);
    return [{ do: 'decide-deployment', run, environment, state: decision.state, body: tell(false), again }];
  }
  const told = notes.filter(({ did, done }) => did === 'told' && done);
  const last = told.at(-1)?.body;
  if (told.length >= mostComments || last === tell(false) || last === tell(true)) return [];
  return [{ do: 'comment-deployment', run, environment, body: tell(told.length === mostComments - 1) }];
}
