import type { SeedingEstimate } from '../../core/backlog/estimate-seeding.ts';
import type { SeedingPlan } from '../../core/backlog/plan-seeding.ts';
import type { Policy, PolicyState } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { announce } from '../../telemetry/announce.ts';
import type { Ledger, LedgerRecord } from './ports.ts';

export type OnSeedingPlan = (plan: SeedingPlan, estimate: SeedingEstimate) => Promise<void>;

/** What seeding by the app needs of the world. */
export interface SeedPorts {
  readonly now: () => string;
  readonly ledger: Ledger;
  readonly repository: RepositoryFacts;
  readonly readPolicy: () => Promise<PolicyState>;
  /**
   * Brings the backlog to the plan, within GitHub's limits; may be cut off between any two writes and called again. Each
   * plan is told before it is carried out.
   */
  readonly seed: (policy: Policy, onPlan: OnSeedingPlan) => Promise<{ writes: number; notices: readonly unknown[]; skipped: readonly unknown[] }>;
}

/**
 * Seeds the backlog of the configuration in force. Each plan is in the ledger before its first write, and how it ended after
 * the last, also when it ended badly. An empty plan leaves no trace. True when there was something to write. Without a configuration there is nothing to seed.
 */
export async function reconcileSeed(ports: SeedPorts, subject: string): Promise<boolean> {
  const state = await ports.readPolicy();
  if (state.kind !== 'in-force') return false;
  const { digest } = state.policy;
  const append = (kind: LedgerRecord['kind'], payload: unknown) =>
    ports.ledger.append({ repository: ports.repository.id, kind, subject, at: ports.now(), payload });
  let planned = false;
  try {
    const report = await ports.seed(state.policy, async ({ writes, notices }, estimate) => {
      if (writes.length === 0) return;
      planned = true;
      await append('decision', { decision: { policy: digest, estimate, notices }, plan: writes });
      announce({ what: 'step', key: subject, step: 'decision-appended' });
    });
    if (planned) await append('outcome', { policy: digest, ...report });
    announce({ what: 'step', key: subject, step: 'outcome-appended' });
    return planned;
  } catch (error) {
    if (planned) await append('outcome', { policy: digest, error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}
