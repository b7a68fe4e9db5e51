import type { Playbook } from '../playbook/playbook-schema.ts';
import { type Enforcement, strongest } from '../verdict/enforcement.ts';
import type { Config } from './config-schema.ts';
import type { Policy } from './policy.ts';

type Written = NonNullable<Config['enforce']>[string];

/** What each gate does in which block. One that is written by block holds from each block named there until the next one. */
export function enforceOf(config: Config, playbook: Playbook): Pick<Policy, 'enforce' | 'enforceByBlock'> {
  const gates = playbook.gates.map((gate) => ({ id: gate.id, inBlocks: inBlocks(playbook, config.enforce?.[gate.id], defaultOf(gate.kind)) }));
  const changing = gates.filter(({ inBlocks: own }) => new Set(Object.values(own)).size > 1);
  return {
    enforce: Object.fromEntries(gates.map(({ id, inBlocks: own }) => [id, strongest(Object.values(own))])),
    ...(changing.length > 0 ? { enforceByBlock: Object.fromEntries(changing.map(({ id, inBlocks: own }) => [id, own])) } : {}),
  };
}

/** Quality warns by default: most of what it asks for comes from tools that a team brings in one by one. Every other gate blocks. */
function defaultOf(kind: Playbook['gates'][number]['kind']): Enforcement {
  return kind === 'quality' ? 'warn' : 'block';
}

function inBlocks({ blocks }: Playbook, written: Written | undefined, otherwise: Enforcement): Record<string, Enforcement> {
  const from = typeof written === 'object' ? written : {};
  let now = typeof written === 'string' ? written : otherwise;
  return Object.fromEntries(
    blocks.map(({ id }) => {
      now = from[id] ?? now;
      return [id, now];
    }),
  );
}
