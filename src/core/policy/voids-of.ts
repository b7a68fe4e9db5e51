import type { Playbook } from '../playbook/playbook-schema.ts';
import type { Config } from './config-schema.ts';
import type { Policy } from './policy.ts';
import { readVoidRule } from './void-rule.ts';

/** What voids the sign-off of each checkpoint: as the configuration says, else as the playbook does, else nothing. */
export function voidsOf(config: Config, playbook: Playbook): Pick<Policy, 'voids'> {
  const voids = playbook.checkpoints.flatMap((checkpoint) => {
    const own = config.checkpoints?.[checkpoint.id];
    const rule = readVoidRule(own?.void ?? checkpoint.void ?? 'never', own?.components ?? []);
    return rule ? [[checkpoint.id, rule] as const] : [];
  });
  return voids.length > 0 ? { voids: Object.fromEntries(voids) } : {};
}
