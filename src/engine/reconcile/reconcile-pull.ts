import { formatKey, type Key } from '../../core/keys/key.ts';
import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import { localeOf } from '../../core/policy/locale-of.ts';
import { announce } from '../../telemetry/announce.ts';
import { carryOut } from './carry-out.ts';
import type { PullPorts, SnapshotTarget } from './ports.ts';

type PullKey = Extract<Key, { kind: 'pull' }>;

/** A commit, and the key under which it is looked at. */
interface Head extends SnapshotTarget {
  readonly key: Key;
}

/**
 * Brings the checks and the report of a pull request's head commit up to what the world says now. That of a closed one as
 * well: another pull request may share the commit, and is judged without it from now on.
 */
export async function reconcilePull<Bundle extends BundleHead>(ports: PullPorts<Bundle>, key: PullKey): Promise<void> {
  const head = await ports.headOf(key.number);
  if (!head) return;
  await reconcileHead(ports, { ...head, key });
  // The webhook of a newer head may have been lost.
  const headSha = ports.headSeen?.(key.number) ?? head.headSha;
  if (headSha !== head.headSha) await reconcileHead(ports, { ...head, headSha, key });
}

/**
 * Reads, evaluates, plans and applies for one commit. Alone on that commit: several pull requests may share it, and each
 * of them brings this here. A merge group's commit gets checks alone: the report tells of the pull request's own head.
 */
export async function reconcileHead<Bundle extends BundleHead>(ports: PullPorts<Bundle>, head: Head): Promise<void> {
  await ports.withLock(`${head.repository.id}/sha/${head.headSha}`, async (lost) => {
    const subject = formatKey(head.key);
    const step = (name: string) => announce({ what: 'step', key: subject, step: name });
    const snapshot = await ports.readSnapshot(head);
    step('snapshot-read');
    if (!snapshot) return;
    const { writes, decision, expiry, releases, overwritten, verdicts } = await ports.judge(snapshot, {
      engineVersion: ports.engineVersion,
      reports: !head.group,
    });
    for (const { verdict } of verdicts) announce({ what: 'verdict', gate: verdict.gate, verdict: verdict.verdict });
    step('judged');
    // Once recognised, a release stays one: taking its label off must not take the gate off.
    for (const number of releases) await ports.rememberRelease(snapshot.repository.id, number);
    // Before it is mended: a second look would find nothing.
    if (overwritten.length > 0) await ports.noteOverwritten(snapshot.repository.id, overwritten);
    const { policy } = snapshot;
    if (writes.length > 0 && policy.kind === 'in-force') await ports.keepPolicy(policy.policy);
    await carryOut({ ...ports, lost }, { repository: snapshot.repository, subject, writes, decision, seen: [snapshot], locale: localeOf(policy) });
    // What is pending, waived, attested or overridden ends by itself: somebody has to look when its time has come.
    if (expiry !== null) await ports.wakeAt(head.key, expiry);
    step('wake-set');
  });
}
