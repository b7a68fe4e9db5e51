import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import { formatKey, type Key } from '../../core/keys/key.ts';
import type { Priority } from '../../core/keys/keyed-work.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { StoodUntil } from '../../core/standing/stand-head.ts';
import type { Standing } from '../../core/standing/standing.ts';
import { announce } from '../../telemetry/announce.ts';

type StandingKey = Extract<Key, { kind: 'standing' }>;

/** What telling how a repository stands needs of the world. It writes nothing to GitHub. */
export interface StandingPorts<Bundle extends BundleHead> {
  readonly now: () => string;
  /** Whether a configuration was ever good there: without one nothing is asked of GitHub. */
  readonly isConfigured: () => Promise<boolean>;
  /** ISO time at which it was judged last; null for never. */
  readonly judgedAt: () => Promise<string | null>;
  /** Seconds between two judgements: what happens in one burst is seen by the one after it. */
  readonly restSeconds: number;
  /** What the tip of the default branch shows; null when there is nothing that we may read. */
  readonly readTip: () => Promise<PullSnapshot<Bundle> | null>;
  /** `standHead`, wherever it runs. */
  readonly stand: (snapshot: PullSnapshot<Bundle>) => Promise<StoodUntil | null>;
  readonly keepPolicy: (policy: Policy) => Promise<void>;
  readonly save: (standing: Standing) => Promise<void>;
  readonly wakeAt: (key: Key, at: string, priority: Priority) => Promise<void>;
}

/**
 * Judges the tip of a default branch and keeps how the repository stands. No decision follows from it, so that nothing is
 * said in the ledger: done twice, it is as done once.
 */
export async function reconcileStanding<Bundle extends BundleHead>(ports: StandingPorts<Bundle>, key: StandingKey): Promise<void | 'put-off'> {
  const step = (name: string) => announce({ what: 'step', key: formatKey(key), step: name });
  if (!(await ports.isConfigured())) return;
  const again = endOfRest(await ports.judgedAt(), ports);
  if (again !== null) {
    await ports.wakeAt(key, again, 'later');
    step('wake-set');
    return 'put-off';
  }
  const snapshot = await ports.readTip();
  step('snapshot-read');
  if (!snapshot) return;
  const stood = await ports.stand(snapshot);
  step('judged');
  if (!stood) return;
  if (snapshot.policy.kind === 'in-force') await ports.keepPolicy(snapshot.policy.policy);
  await ports.save(stood.standing);
  step('standing-kept');
  if (stood.until !== null) await ports.wakeAt(key, stood.until, 'later');
  step('wake-set');
}

/** Until when nobody looks again; null when it is over. A time to come is none that we judged at. */
function endOfRest(judgedAt: string | null, { now, restSeconds }: Pick<StandingPorts<BundleHead>, 'now' | 'restSeconds'>): string | null {
  if (judgedAt === null) return null;
  const age = Date.parse(now()) - Date.parse(judgedAt);
  return age >= 0 && age < restSeconds * 1000 ? new Date(Date.parse(judgedAt) + restSeconds * 1000).toISOString() : null;
}
