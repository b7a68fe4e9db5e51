import type { Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';

const lists = [
  'profiles',
  'gates',
  'componentKinds',
  'parameters',
  'authorities',
  'blocks',
  'checkpoints',
  'criteria',
  'checklists',
  'areas',
  'phases',
  'items',
  'notes',
  'contradictions',
  'elements',
] as const;

/** An id stands for one thing: a second one would be found in place of the first. What is ours says why. */
export function checkUnique(playbook: Playbook): Problem[] {
  return lists.flatMap((list) => {
    const entries: readonly { id: string; source?: 'method' | 'ours'; reason?: string | undefined }[] = playbook[list] ?? [];
    return entries.flatMap((entry, index) => [
      ...(entries.findIndex(({ id }) => id === entry.id) === index
        ? []
        : [{ path: [list, index, 'id'], message: `"${entry.id}" stands twice in ${list}; rename one` }]),
      ...(entry.source === 'ours' && !entry.reason
        ? [{ path: [list, index, 'id'], message: `"${entry.id}" is ours and not the method's; say why in reason` }]
        : []),
    ]);
  });
}
