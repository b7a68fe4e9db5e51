import type { ObjectStore } from './object-store.ts';
import { buildTree, listTreeFiles } from './tree-files.ts';
import type { TreeFile } from './tree-files.ts';

/**
 * Merges two trees over their common ancestor, file by file. Null means conflict; a file that both sides changed
 * differently is one, where git would look for lines that do not touch.
 */
export function mergeTrees(store: ObjectStore, trees: { base: string | null; ours: string; theirs: string }): string | null {
  const base = trees.base === null ? new Map<string, TreeFile>() : listTreeFiles(store, trees.base);
  const ours = listTreeFiles(store, trees.ours);
  const theirs = listTreeFiles(store, trees.theirs);
  const merged = new Map<string, TreeFile>();
  for (const path of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const was = base.get(path);
    const mine = ours.get(path);
    const other = theirs.get(path);
    const kept = same(mine, other) || same(was, other) ? mine : other;
    if (!same(mine, other) && !same(was, other) && !same(was, mine)) return null;
    if (kept !== undefined) merged.set(path, kept);
  }
  return buildTree(store, merged);
}

function same(left: TreeFile | undefined, right: TreeFile | undefined): boolean {
  return left?.sha === right?.sha && left?.mode === right?.mode;
}
