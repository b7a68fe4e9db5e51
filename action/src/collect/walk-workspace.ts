import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { vendoredFolders } from './default-globs.ts';

export interface Walked {
  /** Paths of the plain files that are wanted, sorted. */
  readonly files: readonly string[];
  /** True when the workspace has more entries than are looked at. */
  readonly cut: boolean;
}

// A large monorepo's checkout has some hundred thousand files.
const mostEntries = 500_000;

/** Looks through the workspace once. Links are not followed, so nothing outside of it is ever read. */
export async function walkWorkspace(workspace: string, wanted: (path: string) => boolean): Promise<Walked> {
  const folders = [''];
  const files: string[] = [];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside = await readdir(join(workspace, folder), { withFileTypes: true }).catch(() => []);
    entries += inside.length;
    if (entries > mostEntries) return { files: files.sort(), cut: true };
    for (const entry of inside) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !vendoredFolders.has(entry.name)) folders.push(path);
      else if (entry.isFile() && wanted(path)) files.push(path);
    }
  }
  return { files: files.sort(), cut: false };
}
