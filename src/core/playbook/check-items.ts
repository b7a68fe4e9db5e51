import { checkScope } from './check-scope.ts';
import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import type { Item, Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';

// GitHub allows 100 sub-issues under one issue.
const mostChildren = 100;

/** Items: where they stand, whose children they are, what they refer to. */
export function checkItems(playbook: Playbook, known: KnownIds): Problem[] {
  const problems = playbook.items.flatMap((item, index) => checkItem(playbook, item, { path: ['items', index], known }));
  return [...problems, ...checkParents(playbook), ...checkBlocksHaveParents(playbook)];
}

function checkItem(playbook: Playbook, item: Item, at: { path: Problem['path']; known: KnownIds }): Problem[] {
  const { path, known } = at;
  return [
    ...checkPlace(playbook, item, path),
    ...(item.block === undefined ? [] : needId(known.blocks, 'block', { id: item.block, path: [...path, 'block'] })),
    ...(item.phase === undefined ? [] : needId(known.phases, 'phase', { id: item.phase, path: [...path, 'phase'] })),
    ...(item.parent === undefined ? [] : needId(known.items, 'item', { id: item.parent, path: [...path, 'parent'] })),
    ...item.criteria.flatMap((id, index) => needId(known.criteria, 'criterion', { id, path: [...path, 'criteria', index] })),
    ...checkScope(item, path, known),
  ];
}

function checkPlace(playbook: Playbook, item: Item, path: Problem['path']): Problem[] {
  if ((item.block === undefined) === (item.phase === undefined)) {
    return [{ path: [...path, 'id'], message: `item "${item.id}" needs either a block or a phase` }];
  }
  const block = playbook.blocks.find(({ id }) => id === item.block);
  if (item.sprint === undefined || block?.sprints.includes(item.sprint)) return [];
  return [
    {
      path: [...path, 'sprint'],
      message: `sprint ${item.sprint} is not in ${item.block ?? 'a block'}; use one of ${block?.sprints.join(', ') ?? 'its sprints'}`,
    },
  ];
}

function checkParents(playbook: Playbook): Problem[] {
  const byId = new Map(playbook.items.map((item) => [item.id, item]));
  const children = new Map<string, number>();
  const nested: Problem[] = [];
  for (const [index, item] of playbook.items.entries()) {
    if (item.parent === undefined) continue;
    children.set(item.parent, (children.get(item.parent) ?? 0) + 1);
    if (byId.get(item.parent)?.parent !== undefined) {
      nested.push({ path: ['items', index, 'parent'], message: `"${item.parent}" is itself a child; name the item above it` });
    }
  }
  const full = playbook.items.flatMap(({ id }, index) => {
    const count = children.get(id) ?? 0;
    return count > mostChildren
      ? [{ path: ['items', index, 'id'], message: `"${id}" has ${count} children; GitHub allows ${mostChildren} sub-issues, split it` }]
      : [];
  });
  return [...nested, ...full];
}

function checkBlocksHaveParents(playbook: Playbook): Problem[] {
  return playbook.blocks.flatMap(({ id }, index) => {
    const count = (kind: string) => playbook.items.filter((item) => item.block === id && item.kind === kind).length;
    return (['block', 'checkpoint'] as const)
      .filter((kind) => count(kind) !== 1)
      .map((kind) => ({ path: ['blocks', index, 'id'], message: `block "${id}" has ${count(kind)} items of kind ${kind}; give it exactly one` }));
  });
}
