import { structuredPatch } from 'diff';
import type { ObjectStore } from './object-store.ts';
import { listTreeFiles } from './tree-files.ts';
import type { TreeFile } from './tree-files.ts';

export interface FileChange {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Null for binary files and for patches that GitHub would call too large. */
  readonly patch: string | null;
}

/** GitHub leaves out the patch of a file whose difference is too large; the exact limit is not documented. */
const patchLimit = 1_000_000;

function decode(store: ObjectStore, sha: string | null): string | null {
  const bytes = sha === null ? new Uint8Array() : store.blobs.get(sha);
  if (bytes === undefined || bytes.includes(0)) return null;
  return Buffer.from(bytes).toString('utf8');
}

function describe(store: ObjectStore, before: string | null, after: string | null): Pick<FileChange, 'additions' | 'deletions' | 'patch'> {
  const old = decode(store, before);
  const fresh = decode(store, after);
  if (old === null || fresh === null) return { additions: 0, deletions: 0, patch: null };
  const hunks = structuredPatch('a', 'b', old, fresh, '', '', { context: 3 }).hunks;
  const lines = hunks.flatMap((hunk) => [`@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`, ...hunk.lines]);
  const count = (sign: string) => hunks.reduce((sum, hunk) => sum + hunk.lines.filter((line) => line.startsWith(sign)).length, 0);
  const patch = lines.join('\n');
  return { additions: count('+'), deletions: count('-'), patch: patch.length > patchLimit || patch === '' ? null : patch };
}

/** Git counts an empty side from the line before it: `-0,0` for a new file. */
function range(start: number, length: number): string {
  if (length === 0) return `${start - 1},0`;
  return length === 1 ? `${start}` : `${start},${length}`;
}

/** What changed from one tree to another, by path; a file that only moved is a rename. */
export function diffTrees(store: ObjectStore, before: string, after: string): FileChange[] {
  const old = before === '' ? new Map<string, TreeFile>() : listTreeFiles(store, before);
  const fresh = listTreeFiles(store, after);
  const removed = new Map([...old].filter(([path]) => !fresh.has(path)));
  const changes: FileChange[] = [];
  for (const [path, file] of fresh) {
    const was = old.get(path);
    if (was?.sha === file.sha && was.mode === file.mode) continue;
    if (was !== undefined) {
      changes.push({ path, previousPath: null, status: 'modified', sha: file.sha, ...describe(store, was.sha, file.sha) });
      continue;
    }
    const moved = [...removed].find(([, candidate]) => candidate.sha === file.sha);
    if (moved === undefined) {
      changes.push({ path, previousPath: null, status: 'added', sha: file.sha, ...describe(store, null, file.sha) });
      continue;
    }
    removed.delete(moved[0]);
    changes.push({ path, previousPath: moved[0], status: 'renamed', sha: file.sha, additions: 0, deletions: 0, patch: null });
  }
  for (const [path, file] of removed) changes.push({ path, previousPath: null, status: 'removed', sha: file.sha, ...describe(store, file.sha, null) });
  return changes.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
