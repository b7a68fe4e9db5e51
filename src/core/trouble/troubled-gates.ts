import { checkName } from '../gates/evaluate.ts';
import { gateKinds } from '../playbook/playbook-schema.ts';
import type { PolicyState } from '../policy/policy.ts';
import type { TroubledCommit } from './plan-trouble.ts';

/**
 * The checks that a repository's configuration posts. Where not even that can be told (null) those that stand on the commit
 * already, and the gate of the policy in any case: somebody must read it.
 */
export function troubledGates(state: PolicyState | null, standing: readonly string[]): TroubledCommit['gates'] {
  if (state === null) return [...new Set([...standing, checkName('.', 'policy')])].map((name) => ({ checkName: name, enforcement: 'block' }));
  if (state.kind === 'absent') return [];
  if (state.kind === 'broken') return (state.gates ?? gateKinds).map((gate) => ({ checkName: checkName('.', gate), enforcement: 'block' }));
  const { policy } = state;
  return policy.playbook.gates.map(({ id }) => ({ checkName: checkName(policy.unit, id), enforcement: policy.enforce[id] ?? 'block' }));
}
