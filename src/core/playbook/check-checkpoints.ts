import { criteriaBelow } from './criteria-below.ts';
import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import type { Checkpoint, Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';
import { walkRule } from './walk-rule.ts';

/** Checkpoints and blocks name each other, and no checkpoint waits for a criterion that waits for its sign-off. */
export function checkCheckpoints(playbook: Playbook, known: KnownIds): Problem[] {
  const own = playbook.blocks.flatMap((block, index) => {
    const checkpoint = playbook.checkpoints.find(({ id }) => id === block.checkpoint);
    const path = ['blocks', index, 'checkpoint'];
    if (!checkpoint) return needId(known.checkpoints, 'checkpoint', { id: block.checkpoint, path });
    return checkpoint.block === block.id ? [] : [{ path, message: `checkpoint "${checkpoint.id}" says that it ends "${checkpoint.block}", not "${block.id}"` }];
  });
  return [...own, ...playbook.checkpoints.flatMap((checkpoint, index) => checkOne(playbook, checkpoint, { path: ['checkpoints', index], known }))];
}

function checkOne(playbook: Playbook, checkpoint: Checkpoint, at: { path: Problem['path']; known: KnownIds }): Problem[] {
  const { path, known } = at;
  return [
    ...needId(known.blocks, 'block', { id: checkpoint.block, path: [...path, 'block'] }),
    ...needId(known.authorities, 'authority', { id: checkpoint.authority, path: [...path, 'authority'] }),
    ...checkpoint.criteria.flatMap((id, index) => [
      ...needId(known.criteria, 'criterion', { id, path: [...path, 'criteria', index] }),
      ...(waitsFor(playbook, id, checkpoint.id)
        ? [
            {
              path: [...path, 'criteria', index],
              message: `criterion "${id}" waits for the sign-off of "${checkpoint.id}", which lists it; take it off the list`,
            },
          ]
        : []),
    ]),
  ];
}

function waitsFor(playbook: Playbook, criterion: string, checkpoint: string): boolean {
  const ids = new Set([criterion, ...criteriaBelow(playbook, { criterion })]);
  return playbook.criteria.some(
    ({ id, rule }) => ids.has(id) && walkRule(rule).some((leaf) => 'checkpoint' in leaf.rule && leaf.rule.checkpoint === checkpoint),
  );
}
