import { sha256 } from '../../core/markers/digest.ts';
import { type AuditFile, byPath, isArchivePath } from './archive-entry.ts';

/** A list as `sha256sum` writes and checks it: digest, two spaces, path. */
export function renderChecksums(files: readonly AuditFile[]): string {
  return files
    .toSorted(byPath)
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
    .join('');
}

/** Reads such a list; null where it is not exactly as `renderChecksums` writes it. */
export function readChecksums(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split('\n');
  if (lines.pop() !== '') return null;
  const sums = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const [, digest = '', path = ''] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (!isArchivePath(path) || path <= last) return null;
    sums.set(path, digest);
    last = path;
  }
  return sums;
}
