import { evaluate } from '../../core/gates/evaluate.ts';
import type { Evaluation } from '../../core/gates/gate-result.ts';
import { isRelease } from '../../core/gates/readiness/is-release.ts';
import { planChecks } from '../../core/plan/plan-checks.ts';
import { planReports } from '../../core/plan/plan-reports.ts';
import type { Write } from '../../core/plan/write.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { carryOut } from './carry-out.ts';
import type { PullPorts } from './ports.ts';

/** Brings the checks and the report of a pull request's head commit up to what the world says now. */
export async function reconcilePull(ports: PullPorts, subject: string, number: number): Promise<void> {
  const head = await ports.headOf(number);
  if (head) await reconcileHead(ports, subject, head);
}

/**
 * Reads, evaluates, plans and applies for one commit. Alone on that commit: several pull requests may share it, and each
 * of them brings this here. `pulls` names them where GitHub does not know, as for a merge group's commit.
 */
export async function reconcileHead(ports: PullPorts, subject: string, head: { repository: RepositoryFacts; headSha: string; pulls?: readonly number[] }): Promise<void> {
  await ports.withLock(`${head.repository.id}/sha/${head.headSha}`, async () => {
    const snapshot = await ports.readSnapshot(head);
    if (!snapshot) return;
    const evaluation = evaluate(snapshot);
    await rememberReleases(ports, snapshot, evaluation);
    const writes: Write[] = [...planChecks(evaluation, snapshot), ...planReports(evaluation, snapshot)];
    await carryOut(ports, { repository: head.repository, subject, writes, decision: ledgerView(snapshot, evaluation) });
    await wakeAtDeadline(ports, evaluation);
  });
}

/** What is pending or overridden ends by itself: somebody has to look when its time has come. */
async function wakeAtDeadline(ports: PullPorts, evaluation: Evaluation): Promise<void> {
  const deadlines = evaluation.gates.flatMap(({ pulls }) => pulls.flatMap(({ pull, verdict }) => {
    const at = verdict.deadline ?? verdict.waivedBy?.until;
    return at === undefined ? [] : [{ number: pull.number, at }];
  }));
  const [first] = deadlines.sort((a, b) => a.at.localeCompare(b.at));
  if (first) await ports.wakeAt(first.number, first.at);
}

/** Once recognised, a release stays one: taking its label off must not take the gate off. */
async function rememberReleases(ports: PullPorts, snapshot: PullSnapshot, evaluation: Evaluation): Promise<void> {
  const { policy } = evaluation;
  if (!policy) return;
  for (const pull of snapshot.pulls)
    if (isRelease(policy, pull, snapshot.knownReleases) && !snapshot.knownReleases.includes(pull.number)) await ports.rememberRelease(snapshot.repository.id, pull.number);
}

function ledgerView(snapshot: PullSnapshot, evaluation: Evaluation): unknown {
  return { policy: evaluation.policy?.digest ?? null, snapshot: { ...snapshot, policy: snapshot.policy.kind }, gates: evaluation.gates };
}
