import { checkName } from '../gates/evaluate.ts';
import type { Policy } from '../policy/policy.ts';

/** The names of the checks that a merge has to wait for: those of the gates that block. A gate that warns always succeeds. */
export function requiredChecks(policy: Policy): string[] {
  return policy.playbook.gates.filter(({ id }) => policy.enforce[id] === 'block').map(({ id }) => checkName(policy.unit, id));
}
