import { writeTree } from './object-store.ts';
import type { ObjectStore, TreeEntry } from './object-store.ts';

export interface TreeFile {
  readonly sha: string;
  readonly mode: TreeEntry['mode'];
}

/** Every file of a tree by its path. */
export function listTreeFiles(store: ObjectStore, tree: string, prefix = ''): Map<string, TreeFile> {
  const files = new Map<string, TreeFile>();
  for (const entry of store.trees.get(tree) ?? []) {
    const path = prefix + entry.name;
    if (entry.mode !== '040000') files.set(path, { sha: entry.sha, mode: entry.mode });
    else for (const [child, file] of listTreeFiles(store, entry.sha, `${path}/`)) files.set(child, file);
  }
  return files;
}

/** Builds the nested trees of a flat list of files and returns the sha of the root. */
export function buildTree(store: ObjectStore, files: ReadonlyMap<string, TreeFile>): string {
  const folders = new Map<string, Map<string, TreeFile>>();
  const entries: TreeEntry[] = [];
  for (const [path, file] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) {
      entries.push({ name: path, mode: file.mode, sha: file.sha });
      continue;
    }
    const folder = path.slice(0, slash);
    const inside = folders.get(folder) ?? new Map<string, TreeFile>();
    inside.set(path.slice(slash + 1), file);
    folders.set(folder, inside);
  }
  for (const [folder, inside] of folders) entries.push({ name: folder, mode: '040000', sha: buildTree(store, inside) });
  return writeTree(store, entries);
}

/** The entry at a path: a blob, or a folder (`040000`); null when there is none. */
export function findEntry(store: ObjectStore, tree: string, path: string): TreeEntry | null {
  if (path === '') return { name: '', mode: '040000', sha: tree };
  const [head, ...rest] = path.split('/');
  const entry = store.trees.get(tree)?.find((candidate) => candidate.name === head);
  if (entry === undefined) return null;
  if (rest.length === 0) return entry;
  return entry.mode === '040000' ? findEntry(store, entry.sha, rest.join('/')) : null;
}
