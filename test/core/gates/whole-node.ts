import type { Verdict } from '../../../src/core/verdict/verdict.ts';

/** Everything that a node says, with its children by id and outcome: a table that expects this leaves no word unread. */
export function whole(node: Verdict | undefined): object | undefined {
  return node && { ...node, children: node.children.map(({ id, verdict }) => `${id} ${verdict}`) };
}
