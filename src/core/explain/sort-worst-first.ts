import { worstFirst } from '../report/outcome-signs.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** The same tree with what must be acted on first, at every level. */
export function sortWorstFirst<Node extends Verdict>(node: Node): Node {
  return { ...node, children: worstFirst(node.children, ({ verdict }) => verdict).map(sortWorstFirst) };
}
