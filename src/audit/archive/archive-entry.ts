/** One file of an archive. Its path is relative, with slashes. */
export interface AuditFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file as it stands in the archive: stored as it is, or deflated. */
export interface ArchiveEntry {
  readonly path: string;
  readonly method: 'store' | 'deflate';
  readonly packed: Uint8Array;
  /** CRC-32 and length of the content. */
  readonly crc: number;
  readonly size: number;
}

/** Letters, digits, dots, hyphens and underscores between slashes: the same name on every machine, and none that climbs out. */
const name = /^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/;

export function isArchivePath(path: string): boolean {
  return path.length <= 200 && name.test(path);
}

/** The order of files in an archive and in lists of them: by the code units of their paths. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
