import { decideDeployment } from '../../core/deployments/decide-deployment.ts';
import { deploymentComment } from '../../core/deployments/deployment-comment.ts';
import { deploymentDemand } from '../../core/deployments/deployment-demand.ts';
import type { DeploymentNote } from '../../core/deployments/deployment-history.ts';
import { deploymentWords } from '../../core/deployments/deployment-words.ts';
import { rejectionOf } from '../../core/deployments/deployment-rejection.ts';
import { planDeployment } from '../../core/deployments/plan-deployment.ts';
import { type FreezeState, freezeState } from '../../core/freeze/freeze-state.ts';
import { sayFreeze } from '../../core/freeze/say-freeze.ts';
import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import { formatKey, type Key } from '../../core/keys/key.ts';
import type { Decision } from '../../core/people/decision.ts';
import { localeOf } from '../../core/policy/locale-of.ts';
import type { DeploymentPolicy, Policy, PolicyState } from '../../core/policy/policy.ts';
import { inlineCode } from '../../core/report/markdown.ts';
import { announce } from '../../telemetry/announce.ts';
import { carryOut, type Hands } from './carry-out.ts';
import { type DeployedCommit, type JudgedDeployment, judgeDeployment, type JudgePorts } from './judge-deployment.ts';

type DeployKey = Extract<Key, { kind: 'deploy' }>;

/** What looking at a deployment that waits needs of the world. */
export interface DeployPorts<Bundle extends BundleHead> extends Hands, JudgePorts<Bundle> {
  /** What people decided in this repository. */
  readonly decisions: () => Promise<readonly Decision[]>;
  readonly readPolicy: () => Promise<PolicyState>;
  readonly keepPolicy: (policy: Policy) => Promise<void>;
  /** The environments at which a run waits, of those that we guard. */
  readonly waiting: (run: number) => Promise<readonly string[]>;
  /** Null when the run is gone. */
  readonly commitOf: (run: number) => Promise<DeployedCommit | null>;
  /** What we said and decided about a run so far. */
  readonly history: (subject: string) => Promise<readonly DeploymentNote[]>;
  /** Keeps in mind that a run waits for us, so that it is looked at again when facts change; null: no longer. */
  readonly noteWaiting: (run: number, headSha: string | null) => Promise<void>;
  readonly wakeAt: (key: Key, at: string) => Promise<void>;
}

/** One look at a run that waits: what all of its environments have in common. */
interface Look {
  readonly key: DeployKey;
  readonly commit: DeployedCommit;
  readonly state: PolicyState;
  readonly history: readonly DeploymentNote[];
}

/**
 * Decides on each environment at which a run waits for us: approves what passes, says what the others wait for when that
 * changed, and rejects only as the configuration says. One that GitHub refuses holds none of the others up.
 */
export async function reconcileDeploy<Bundle extends BundleHead>(ports: DeployPorts<Bundle>, key: DeployKey): Promise<void> {
  const waiting = await ports.waiting(key.run);
  const commit = waiting.length > 0 ? await ports.commitOf(key.run) : null;
  // Before anything can fail: what waits is found again by whatever changes.
  await ports.noteWaiting(key.run, commit?.sha ?? null);
  announce({ what: 'step', key: formatKey(key), step: 'waiting-noted' });
  if (!commit) return;
  const history = (await ports.history(formatKey(key))).filter(({ attempt }) => attempt === commit.attempt);
  const look = { key, commit, state: await ports.readPolicy(), history };
  const wakes: string[] = [];
  const failures: unknown[] = [];
  let settled = 0;
  for (const environment of waiting) {
    try {
      const found = await lookAt(ports, look, environment);
      if (found === 'settled') settled += 1;
      else wakes.push(...found);
    } catch (error) {
      failures.push(error);
    }
  }
  if (settled === waiting.length) await ports.noteWaiting(key.run, null);
  const [next] = wakes.filter((at) => Date.parse(at) > Date.parse(ports.now())).sort();
  if (next !== undefined) await ports.wakeAt(key, next);
  announce({ what: 'step', key: formatKey(key), step: 'wake-set' });
  if (failures.length > 0) throw failures[0];
}

/** Decides on one environment, and answers when it may look otherwise by itself, or that nothing is left to decide. */
async function lookAt<Bundle extends BundleHead>(ports: DeployPorts<Bundle>, look: Look, environment: string): Promise<string[] | 'settled'> {
  const { commit, state } = look;
  const notes = look.history.filter((note) => note.environment === environment);
  // Decided already: it waits for somebody else's rule.
  if (notes.some(({ did, done }) => did !== 'told' && done)) return 'settled';
  const now = ports.now();
  const judged = await judge(ports, look, environment);
  announce({ what: 'step', key: formatKey(look.key), step: 'judged' });
  const settings: DeploymentPolicy = state.kind === 'in-force' ? state.policy.deployments : { onFail: 'wait', rejectAfterMinutes: null };
  const freeze = judged.freeze ?? (state.kind === 'in-force' ? freezeState({ policy: state.policy, now, decisions: [] }, []) : { kind: 'none' as const });
  const rejection = rejectionOf(await ports.decisions(), { environment, pulls: commit.pulls, since: notes[0]?.at ?? null, now });
  const refused = rejection && { login: rejection.by.login, reason: rejection.reason ?? '' };
  const decision = decideDeployment({ verdicts: judged.verdicts, settings, freeze, refused: rejection !== null, since: notes[0]?.at ?? now, now });
  const frozen = state.kind === 'in-force' && freeze.kind !== 'none' ? sayFreeze(state.policy, freeze) : null;
  const tell = (lastWord: boolean): string =>
    deploymentComment({
      locale: localeOf(state),
      decision,
      verdicts: judged.verdicts,
      obstacle: judged.obstacle,
      freeze: frozen && [frozen.reason, ...(decision.state === 'waits' && frozen.next ? [frozen.next] : [])].join(' → '),
      refused,
      sha: commit.sha,
      lastWord,
    });
  const writes = planDeployment({ run: look.key.run, environment, decision, notes, tell });
  if (writes.length > 0 && state.kind === 'in-force') await ports.keepPolicy(state.policy);
  const seen = { environment, attempt: commit.attempt, commit: commit.sha, pulls: commit.pulls, ...decision, verdicts: judged.verdicts, seen: judged.seen };
  await carryOut(ports, { repository: ports.repository, subject: formatKey(look.key), writes, decision: seen, seen: judged.snapshots });
  if (decision.state !== 'waits') return 'settled';
  return [judged.expiry, decision.rejectAt, overOf(freeze)].filter((at) => at !== null);
}

function overOf(freeze: FreezeState): string | null {
  return freeze.kind === 'frozen' && freeze.freeze.kind === 'dates' ? freeze.freeze.over : null;
}

interface JudgedEnvironment extends JudgedDeployment {
  /** Why nothing could be judged, in the policy's language; null where something was. */
  readonly obstacle: string | null;
}

async function judge<Bundle extends BundleHead>(ports: DeployPorts<Bundle>, { commit, state }: Look, environment: string): Promise<JudgedEnvironment> {
  const say = deploymentWords[localeOf(state)];
  const blocked = (obstacle: string): JudgedEnvironment => ({ verdicts: [], seen: [], snapshots: [], freeze: null, expiry: null, obstacle });
  if (state.kind === 'absent') return blocked(say.notConfigured);
  if (state.kind === 'broken') return blocked(say.broken);
  const demand = deploymentDemand(state.policy, environment);
  if (demand.kind === 'none') return blocked(say.notMapped(inlineCode(environment)));
  const judged = await judgeDeployment(ports, commit, demand);
  return { ...judged, obstacle: judged.verdicts.length > 0 ? null : say.noPull };
}
