import type { Policy, PolicyState } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { Ledger } from './ports.ts';

/** What seeding by the app needs of the world. */
export interface SeedPorts {
  readonly now: () => string;
  readonly ledger: Ledger;
  readonly repository: RepositoryFacts;
  readonly readPolicy: () => Promise<PolicyState>;
  /** Brings the backlog to the plan, within GitHub's limits; may be cut off between any two writes and called again. */
  readonly seed: (policy: Policy) => Promise<{ writes: number; notices: readonly unknown[] }>;
}

/** Seeds the backlog of the configuration in force. Without one there is nothing to seed. */
export async function reconcileSeed(ports: SeedPorts, subject: string): Promise<void> {
  const state = await ports.readPolicy();
  if (state.kind !== 'in-force') return;
  const { writes, notices } = await ports.seed(state.policy);
  if (writes === 0) return;
  await ports.ledger.append({
    repository: ports.repository.id, kind: 'outcome', subject, at: ports.now(),
    payload: { policy: state.policy.digest, writes, notices },
  });
}
