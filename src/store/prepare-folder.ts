import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../core/errors/input-error.ts';

/** The PostgreSQL that PGlite is; a folder of another one cannot be read. */
export const embeddedMajor = '18';
// A new database takes 40 MB, and its write-ahead log grows in steps of 16.
const neededBytes = 128 << 20;

type FreeBytes = (folder: string) => number | null;

/**
 * Makes the folder of an embedded database where it is missing, and gives its real path. Throws an InputError when it cannot
 * be one: not ours to write, of another major version, something else's, or on a full disk.
 */
export function prepareFolder(path: string, freeBytes: FreeBytes = freeOnDisk): string {
  const folder = made(path);
  if (!statSync(folder).isDirectory()) throw refused(path, 'is a file; name a folder');
  refuseOthers(path, folder);
  const free = freeBytes(folder);
  if (free !== null && free < neededBytes)
    throw refused(
      path,
      `has ${Math.floor(free / (1 << 20))} MB of disk left; at least ${neededBytes >> 20} MB are needed: free some, or name a folder on another disk`,
    );
  return folder;
}

function made(path: string): string {
  try {
    // PGlite makes its own folder, but not the ones above it, and does not follow a symbolic link to it.
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw refused(path, whyNotMade[code] ?? `cannot be used (${code})`, error);
  }
}

const whyNotMade: Readonly<Record<string, string>> = {
  EACCES: 'may not be written by this user; give it the folder, or name another',
  EPERM: 'may not be written by this user; give it the folder, or name another',
  EROFS: 'is on a read-only file system; mount a volume there, or name another folder',
  ENOTDIR: 'leads through a file; name a folder',
  EEXIST: 'is a file; name a folder',
  ENOSPC: 'is on a full disk; free some space, or name a folder on another disk',
};

function refuseOthers(path: string, folder: string): void {
  const version = join(folder, 'PG_VERSION');
  if (existsSync(version)) {
    const major = readFileSync(version, 'utf8').trim();
    if (major !== embeddedMajor && major !== '')
      throw refused(
        path,
        `was written by PostgreSQL ${major}, and this Sprintgate reads ${embeddedMajor}; export it with the version that wrote it (sprintgate store export), and import the file into a new folder`,
      );
    return;
  }
  // Killed while it made its database, the app leaves a part of one behind; that is made anew.
  const begun = /^(base|global|pg_wal|sprintgate\.pid(\..*)?)$/;
  const entries = readdirSync(folder);
  if (entries.length > 0 && !entries.some((entry) => begun.test(entry))) throw refused(path, 'holds other files and no database; name a folder of its own');
}

function freeOnDisk(folder: string): number | null {
  const { bavail, bsize, blocks } = statfsSync(folder);
  // Some file systems do not tell their size.
  return blocks === 0 ? null : bavail * bsize;
}

function refused(path: string, why: string, cause?: unknown): InputError {
  return new InputError(`DATABASE_URL: ${path} ${why}`, { cause });
}
