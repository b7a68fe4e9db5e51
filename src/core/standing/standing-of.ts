import { currentSprint, repositoryBlock } from '../calendar/sprint-calendar.ts';
import { deploymentSnapshot } from '../deployments/deployment-snapshot.ts';
import type { GateInput } from '../gates/gate-input.ts';
import { evaluateReadiness } from '../gates/readiness/evaluate-readiness.ts';
import { heldPercent } from '../gates/readiness/held-percent.ts';
import type { GateKind } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import { standingCheckpoints } from './standing-checkpoints.ts';
import { standingCoverage } from './standing-coverage.ts';
import { standingCriteria } from './standing-criteria.ts';
import { standingItems } from './standing-items.ts';
import { standingMetrics } from './standing-metrics.ts';
import { standingPhases } from './standing-phases.ts';
import { standingPromises } from './standing-promises.ts';
import { standingRisks } from './standing-risks.ts';
import { standingSprints } from './standing-sprints.ts';
import type { Standing } from './standing.ts';

/** How a repository stands, and the verdict that says so. */
export interface Stood {
  readonly standing: Standing;
  /** Readiness as it was judged, with all below it. */
  readonly readiness: GateVerdict;
}

/**
 * How a repository stands: the commit of the snapshot, judged by the readiness gate as a release of today would be. Null
 * while no configuration is in force. The gates' own switches have no say: one that is off, or a default branch outside of
 * those that are gated, opens nothing, and this is no check.
 */
export function standingOf(seen: PullSnapshot): Stood | null {
  if (seen.policy.kind !== 'in-force') return null;
  const { policy } = seen.policy;
  const snapshot = deploymentSnapshot(seen, policy.release.target);
  const [pull] = snapshot.pulls;
  if (!pull) return null;
  const inputOf = (kind: GateKind): GateInput => ({ policy, snapshot, pull, gate: gateOf(policy, kind) });
  const readiness = evaluateReadiness(inputOf('readiness'));
  const criteria = standingCriteria(readiness, policy);
  const items = standingItems(policy, snapshot);
  const binding = criteria.filter((each) => each.binding === 'binds');
  const held = binding.filter(({ outcome }) => outcome === 'pass').length;
  const standing: Standing = {
    version: 1,
    at: snapshot.now,
    headSha: snapshot.headSha,
    policy: policy.digest,
    playbook: `${policy.playbook.id}@${policy.playbook.version}`,
    locale: policy.locale,
    timezone: policy.schedule.timezone,
    tier: policy.tier,
    products: policy.products,
    regulations: policy.regulations,
    target: policy.release.target,
    block: repositoryBlock(policy, snapshot.now).id,
    sprint: currentSprint(policy, snapshot.now),
    outcome: readiness.verdict,
    percent: heldPercent(held, binding.length),
    held,
    waived: binding.filter(({ waived }) => waived !== null).length,
    binding: binding.length,
    criteria,
    coverage: standingCoverage(inputOf('coverage')),
    metrics: standingMetrics(inputOf('readiness')),
    sprints: standingSprints(policy, items),
    checkpoints: standingCheckpoints(policy, snapshot),
    promises: standingPromises(policy, snapshot),
    risks: standingRisks(policy, snapshot),
    phases: standingPhases(policy),
    items,
  };
  return { standing, readiness };
}

/** The playbook's own name of a gate of this kind; a playbook without one is judged all the same. */
function gateOf(policy: Policy, kind: GateKind): string {
  return policy.playbook.gates.find((gate) => gate.kind === kind)?.id ?? kind;
}
