import type { Key } from '../../core/keys/key.ts';
import type { Write } from '../../core/plan/write.ts';
import type { Policy, PolicyState } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { afterWrites } from '../../core/sprint-life/after-writes.ts';
import { nextSprintLook } from '../../core/sprint-life/next-sprint-look.ts';
import { planSprintLife } from '../../core/sprint-life/plan-sprint-life.ts';
import type { SprintSnapshot } from '../../core/sprint-life/sprint-snapshot.ts';
import { sprintTurn } from '../../core/sprint-life/sprint-turn.ts';
import { announce } from '../../telemetry/announce.ts';
import { carryOut, type Hands } from './carry-out.ts';

/** What the life of the sprints needs of the world. */
export interface SprintPorts extends Hands {
  readonly repository: RepositoryFacts;
  readonly readPolicy: () => Promise<PolicyState>;
  /** Null where issues may not be read, or no plan is seeded. */
  readonly readSnapshot: (policy: Policy) => Promise<SprintSnapshot | null>;
  readonly wakeAt: (key: Key, at: string) => Promise<void>;
  /** Keeps that all was looked at, and when (ISO) something is due again: until then, or for a day, a sweep lets it be. */
  readonly noteLook: (next: string | null) => Promise<void>;
}

/** More stages than there are: a plan that never ends is a fault of ours, and must not write for ever. */
const mostStages = 12;

/**
 * Brings what is said and done about sprints up to this moment, stage by stage, and has a look again at the next turn. Answers
 * whether issues or milestones were changed: GitHub tells us of nothing that we did ourselves, and others have to look again.
 */
export async function reconcileSprint(ports: SprintPorts, key: Extract<Key, { kind: 'sprint' }>, subject: string): Promise<boolean> {
  const state = await ports.readPolicy();
  if (state.kind !== 'in-force' || !ports.repository.hasIssues) {
    await ports.noteLook(null);
    return false;
  }
  const { policy } = state;
  const at = nextSprintLook(policy, ports.now());
  if (at !== null) await ports.wakeAt(key, at);
  announce({ what: 'step', key: subject, step: 'wake-set' });
  const snapshot = await ports.readSnapshot(policy);
  announce({ what: 'step', key: subject, step: 'snapshot-read' });
  const written = snapshot ? await writeStages(ports, subject, snapshot) : [];
  await ports.noteLook(at);
  return written.some((write) => changesPlan.includes(write.do));
}

const changesPlan: readonly Write['do'][] = ['create-issue', 'update-issue', 'update-milestone'];

/** Answers all that it wrote. */
async function writeStages(ports: SprintPorts, subject: string, read: SprintSnapshot): Promise<readonly Write[]> {
  const { policy } = read;
  const { current, ended } = sprintTurn(policy, read.now);
  const decision = { policy: policy.digest, sprint: current?.sprint ?? null, ended: ended?.sprint ?? null };
  const all: Write[] = [];
  let snapshot = read;
  for (let stage = 0; stage < mostStages; stage += 1) {
    const writes = planSprintLife(snapshot);
    if (writes.length === 0) return all;
    all.push(...writes);
    const ids = await carryOut(ports, { repository: ports.repository, subject, writes, decision });
    snapshot = afterWrites(snapshot, writes, ids);
  }
  throw new Error(`the life of the sprints of ${ports.repository.owner}/${ports.repository.name} did not come to rest after ${mostStages} stages`);
}
