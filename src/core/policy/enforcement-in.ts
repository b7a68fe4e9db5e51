import type { Enforcement } from '../verdict/enforcement.ts';
import type { Policy } from './policy.ts';

/** What a gate does in a block, by the block's position in the playbook; where that is not known, the strongest that it does anywhere. */
export function enforcementIn(policy: Policy, gate: string, block: number | null): Enforcement {
  const always = policy.enforce[gate] ?? 'block';
  const id = block === null ? undefined : policy.playbook.blocks[block]?.id;
  return id === undefined ? always : (policy.enforceByBlock?.[gate]?.[id] ?? always);
}

/** What a gate does, on one line: `block`, or `warn; from s05 block`. */
export function enforcementText(policy: Policy, gate: string): string {
  const { blocks } = policy.playbook;
  const texts = blocks.map((_block, index) => enforcementIn(policy, gate, index));
  const changes = blocks.flatMap(({ id }, index) => (index > 0 && texts[index] !== texts[index - 1] ? [`${id}: ${texts[index]}`] : []));
  return [texts[0] ?? enforcementIn(policy, gate, null), ...changes].join(', ');
}
