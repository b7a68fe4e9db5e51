import { deploymentSnapshot } from '../../core/deployments/deployment-snapshot.ts';
import type { DeploymentDemand } from '../../core/deployments/deployment-demand.ts';
import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import { commonException } from '../../core/freeze/common-exception.ts';
import { type FreezeState, freezeState } from '../../core/freeze/freeze-state.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../../core/verdict/verdict.ts';
import { announce } from '../../telemetry/announce.ts';
import type { PullPorts, SnapshotTarget } from './ports.ts';

/** A commit that is to be deployed, and where it came from. */
export interface DeployedCommit {
  readonly sha: string;
  readonly attempt: number;
  readonly pulls: readonly number[];
  readonly onDefaultBranch: boolean;
}

/** What judging a commit that is to be deployed needs of the world. */
export type JudgePorts<Bundle extends BundleHead> = Pick<PullPorts<Bundle>, 'headOf' | 'readSnapshot' | 'judge' | 'engineVersion'> & {
  readonly repository: RepositoryFacts;
};

/** What was judged; no verdict at all where nothing brought the commit to a gate. */
export interface JudgedDeployment {
  readonly verdicts: readonly GateVerdict[];
  /** What was seen and how each gate stood, for the ledger. */
  readonly seen: readonly unknown[];
  /** What each of them rests on, in the same order. */
  readonly snapshots: readonly PullSnapshot<BundleHead>[];
  /** Whether deployments stand still, and this one with them; null where nothing was read that could tell. */
  readonly freeze: FreezeState | null;
  /** ISO time at which somebody has to look again; null when nothing ends by itself. */
  readonly expiry: string | null;
}

const nothing: JudgedDeployment = { verdicts: [], seen: [], snapshots: [], freeze: null, expiry: null };

/**
 * Judges what an environment waits for. Readiness is judged on the deployed commit itself, for the environment's target;
 * another gate on the head of each pull request that brought it, since changed lines are numbered there.
 */
export async function judgeDeployment<Bundle extends BundleHead>(
  ports: JudgePorts<Bundle>,
  commit: DeployedCommit,
  demand: Exclude<DeploymentDemand, { kind: 'none' }>,
): Promise<JudgedDeployment> {
  const { repository } = ports;
  const { sha, pulls, onDefaultBranch } = commit;
  if (demand.kind === 'readiness') {
    if (pulls.length === 0 && !onDefaultBranch) return nothing;
    return judgeAt(ports, { repository, headSha: sha, deployed: { pulls } }, demand);
  }
  const judged: JudgedDeployment[] = [];
  for (const number of pulls) {
    const head = await ports.headOf(number);
    judged.push(head ? await judgeAt(ports, { ...head, deployed: { pulls: [number] } }, demand) : nothing);
  }
  // A pull request of which nothing is known must not be outvoted by the others.
  if (judged.some(({ verdicts }) => verdicts.length === 0)) return nothing;
  const expiries = judged.flatMap(({ expiry }) => expiry ?? []).sort();
  const freezes = judged.flatMap(({ freeze }) => freeze ?? []);
  return {
    verdicts: judged.flatMap(({ verdicts }) => verdicts),
    seen: judged.flatMap(({ seen }) => seen),
    snapshots: judged.flatMap(({ snapshots }) => snapshots),
    freeze: togetherFrozen(freezes),
    expiry: expiries[0] ?? null,
  };
}

/** A deployment goes through a freeze when all that it brings may. */
function togetherFrozen(freezes: readonly FreezeState[]): FreezeState | null {
  const held = freezes.flatMap((freeze) => (freeze.kind === 'none' ? [] : [freeze]));
  const [first] = held;
  return first ? { ...first, exception: commonException(held.map(({ exception }) => exception)) } : (freezes[0] ?? null);
}

async function judgeAt<Bundle extends BundleHead>(
  ports: JudgePorts<Bundle>,
  target: SnapshotTarget,
  demand: Exclude<DeploymentDemand, { kind: 'none' }>,
): Promise<JudgedDeployment> {
  const read = await ports.readSnapshot(target);
  if (!read) return nothing;
  const snapshot = demand.kind === 'readiness' ? deploymentSnapshot(read, demand.target) : read;
  const { verdicts, decision, expiry } = await ports.judge(snapshot, { engineVersion: ports.engineVersion, reports: false, decides: 'always' });
  for (const { verdict } of verdicts) announce({ what: 'verdict', gate: verdict.gate, verdict: verdict.verdict });
  const freeze = read.policy.kind === 'in-force' ? freezeState({ ...read, policy: read.policy.policy }, read.pulls) : null;
  return {
    verdicts: verdicts.flatMap(({ verdict }) => (verdict.gate === demand.gate ? [verdict] : [])),
    seen: [decision],
    snapshots: [snapshot],
    freeze,
    expiry,
  };
}
