import { evaluate } from '../../core/gates/evaluate.ts';
import type { Evaluation } from '../../core/gates/gate-result.ts';
import { formatKey, type Key } from '../../core/keys/key.ts';
import { isRelease } from '../../core/gates/readiness/is-release.ts';
import { ledgerView } from '../../core/plan/ledger-view.ts';
import { planChecks } from '../../core/plan/plan-checks.ts';
import { planReports } from '../../core/plan/plan-reports.ts';
import type { Write } from '../../core/plan/write.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { carryOut } from './carry-out.ts';
import { nextExpiry } from './next-expiry.ts';
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
export async function reconcilePull(ports: PullPorts, key: PullKey): Promise<void> {
  const head = await ports.headOf(key.number);
  if (head) await reconcileHead(ports, { ...head, key });
}

/**
 * Reads, evaluates, plans and applies for one commit. Alone on that commit: several pull requests may share it, and each
 * of them brings this here. A merge group's commit gets checks alone: the report tells of the pull request's own head.
 */
export async function reconcileHead(ports: PullPorts, head: Head): Promise<void> {
  await ports.withLock(`${head.repository.id}/sha/${head.headSha}`, async (lost) => {
    const snapshot = await ports.readSnapshot(head);
    if (!snapshot) return;
    const evaluation = evaluate(snapshot);
    await rememberReleases(ports, snapshot, evaluation);
    const writes: Write[] = [...planChecks(evaluation, snapshot), ...(head.group ? [] : planReports(evaluation, snapshot))];
    if (writes.length > 0 && evaluation.policy) await ports.keepPolicy(evaluation.policy);
    await carryOut(
      { ...ports, lost },
      { repository: head.repository, subject: formatKey(head.key), writes, decision: ledgerView(snapshot, evaluation, ports.engineVersion) },
    );
    await wakeAtDeadline(ports, head.key, { snapshot, evaluation });
  });
}

/** What is pending, waived, attested or overridden ends by itself: somebody has to look when its time has come. */
async function wakeAtDeadline(ports: PullPorts, key: Key, { snapshot, evaluation }: { snapshot: PullSnapshot; evaluation: Evaluation }): Promise<void> {
  const first = nextExpiry(snapshot, evaluation);
  if (first !== null) await ports.wakeAt(key, first);
}

/** Once recognised, a release stays one: taking its label off must not take the gate off. */
async function rememberReleases(ports: PullPorts, snapshot: PullSnapshot, evaluation: Evaluation): Promise<void> {
  const { policy } = evaluation;
  if (!policy) return;
  for (const pull of snapshot.pulls)
    if (isRelease(policy, pull, snapshot.knownReleases) && !snapshot.knownReleases.includes(pull.number))
      await ports.rememberRelease(snapshot.repository.id, pull.number);
}
