import type { Nodes, Root } from 'mdast';

/** Elements whose content is somebody else's words, code, or folded away. */
const elements = 'details|blockquote|pre|code|kbd|samp|q|del|s';
const opening = new RegExp(`<(?:${elements})(?:\\s[^>]*)?>`, 'gi');
const closing = new RegExp(`</(?:${elements})\\s*>`, 'gi');
const comments = /<!--[\s\S]*?(?:-->|$)/g;
/** Up to three spaces may stand before the first word of a line. */
const lastColumn = 4;

interface Walk {
  readonly lines: Set<number>;
  /** So many elements are open whose content does not count. An unclosed one runs to the end, as it does on GitHub. */
  within: number;
}

/** Numbers of the lines that begin with plain writing: neither quoted nor in code, comments or folds. */
export function writtenLines(root: Root): ReadonlySet<number> {
  const walk: Walk = { lines: new Set(), within: 0 };
  visit(root, walk);
  return walk.lines;
}

function visit(node: Nodes, walk: Walk): void {
  if (node.type === 'blockquote') return;
  if (node.type === 'html') countElements(node.value, walk);
  if (node.type === 'text' && walk.within === 0) addLines(node, walk);
  if ('children' in node) for (const child of node.children) visit(child, walk);
}

function addLines({ position }: Nodes, { lines }: Walk): void {
  if (!position) return;
  const first = position.start.line + (position.start.column <= lastColumn ? 0 : 1);
  for (let line = first; line <= position.end.line; line += 1) lines.add(line);
}

function countElements(html: string, walk: Walk): void {
  const shown = html.replaceAll(comments, '');
  const change = [...shown.matchAll(opening)].length - [...shown.matchAll(closing)].length;
  walk.within = Math.max(0, walk.within + change);
}
