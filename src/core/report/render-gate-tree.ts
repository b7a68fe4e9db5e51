import type { Locale } from '../playbook/text-schema.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { escapeHtml } from './markdown.ts';
import { plainProse } from './prose.ts';
import { renderTree } from './render-tree.ts';
import { byteLength } from './truncate-bytes.ts';

// So many parts of what is not asked are still read in passing.
const unfolded = 6;

/** The tree of a gate: what is judged in sight, and below it, folded, the long lists of what is not asked now. */
export function renderGateTree(parts: readonly Verdict[], locale: Locale, maxBytes: number): string {
  const folded = parts.filter((part) => part.verdict === 'not-applicable' && part.children.length > unfolded);
  const tree = renderTree(
    parts.filter((part) => !folded.includes(part)),
    locale,
    maxBytes,
  );
  let left = maxBytes - byteLength(tree);
  const lists = folded.flatMap((part, index) => {
    const share = Math.floor(left / (folded.length - index)) - 600;
    if (share < 1_000) return [];
    const list = `<details>\n<summary>${escapeHtml(plainProse(part.title))} (${part.children.length})</summary>\n\n${renderTree(part.children, locale, share)}\n\n</details>`;
    left -= byteLength(list);
    return [list];
  });
  return [tree, ...lists].filter((text) => text !== '').join('\n\n');
}
