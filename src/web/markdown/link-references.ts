import type { Element, ElementContent, Root, Text } from 'hast';

/** What GitHub makes links of in running text: `#12` and `@somebody`. */
const reference = /(?<![\w&/#])#(\d{1,9})\b|(?<![\w@/`])@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9_-]+)?)/g;
const untouched: ReadonlySet<string> = new Set(['a', 'code', 'pre', 'script', 'style']);

/**
 * A rehype plugin: links `#12` to the repository's issue and marks mentions, so that a mention which should have been
 * defused is seen. Links, code and diagrams are left alone.
 */
export function linkReferences(options: { readonly repository: string }) {
  return (tree: Root): void => walk(tree, options.repository);
}

function walk(node: Root | Element, repository: string): void {
  const linked = node.children.map((child) => {
    if (child.type === 'text') return split(child, repository);
    if (child.type === 'element' && !untouched.has(child.tagName)) walk(child, repository);
    return [child];
  });
  node.children = linked.flat() as ElementContent[];
}

function split({ value }: Text, repository: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of value.matchAll(reference)) {
    parts.push(
      { type: 'text', value: value.slice(end, match.index) },
      match[1] === undefined
        ? { type: 'element', tagName: 'strong', properties: { className: ['mention'] }, children: [{ type: 'text', value: match[0] }] }
        : { type: 'element', tagName: 'a', properties: { href: `${repository}/issues/${match[1]}` }, children: [{ type: 'text', value: match[0] }] },
    );
    end = match.index + match[0].length;
  }
  return [...parts, { type: 'text', value: value.slice(end) }].filter((part) => part.type !== 'text' || part.value !== '') as ElementContent[];
}
