import type { DeploymentPolicy } from '../policy/policy.ts';
import { worst } from '../verdict/combine.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { FreezeState } from '../freeze/freeze-state.ts';

/** What a deployment is decided from. */
export interface DeploymentCase {
  /** Of each pull request that brought the commit, or of the commit itself. None: nothing could be judged. */
  readonly verdicts: readonly GateVerdict[];
  readonly settings: DeploymentPolicy;
  readonly freeze: FreezeState;
  /** True where an authority refused it while it waited. */
  readonly refused?: boolean;
  /** ISO time since when it waits. */
  readonly since: string;
  readonly now: string;
}

export interface DeploymentDecision {
  readonly state: 'approved' | 'rejected' | 'waits';
  readonly because: 'holds' | 'fails' | 'late' | 'refused' | 'frozen' | 'not-yet';
  /** ISO time at which it will be rejected if it still waits; null: never. */
  readonly rejectAt: string | null;
}

/**
 * Approves what passes outside a freeze. A rejection is final, so it takes a failure under `onFail: reject`, or the end of
 * `rejectAfter`; what is only not known yet waits.
 */
export function decideDeployment({ verdicts, settings, freeze, refused, since, now }: DeploymentCase): DeploymentDecision {
  const { onFail, rejectAfterMinutes } = settings;
  const rejectAt = rejectAfterMinutes === null ? null : new Date(Date.parse(since) + rejectAfterMinutes * 60_000).toISOString();
  const outcome = worst(verdicts.map(({ verdict }) => verdict));
  const holds = outcome === 'pass' || outcome === 'not-applicable';
  const frozen = freeze.kind !== 'none' && freeze.exception === null;
  if (refused) return { state: 'rejected', because: 'refused', rejectAt };
  if (holds && !frozen) return { state: 'approved', because: 'holds', rejectAt };
  if (rejectAt !== null && Date.parse(now) >= Date.parse(rejectAt)) return { state: 'rejected', because: 'late', rejectAt };
  if (outcome === 'fail' && onFail === 'reject') return { state: 'rejected', because: 'fails', rejectAt };
  return { state: 'waits', because: holds ? 'frozen' : 'not-yet', rejectAt };
}
