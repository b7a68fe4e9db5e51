import { authorityIdFor } from '../policy/authority-id-for.ts';
import type { Policy } from '../policy/policy.ts';

/** The authority under which a checkpoint is signed, by the checkpoint's id; its own id where the playbook does not know it. */
export function checkpointAuthority(policy: Policy, checkpointId: string): string {
  const checkpoint = policy.playbook.checkpoints.find(({ id }) => id === checkpointId);
  return checkpoint ? authorityIdFor(policy, checkpoint) : checkpointId;
}
