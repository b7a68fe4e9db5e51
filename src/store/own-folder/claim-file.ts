import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What a file says; nothing where there is none. */
export function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Makes a file in place of one that says what was `found` in it ('' for none), whole from its first moment. Of several who try
 * at the same time one gets true.
 */
export function claimFile(path: string, content: string, found: string): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    if (contentOf(path) !== found) return false;
    if (moved(path, aside) && contentOf(aside) !== found) {
      // Somebody claimed it in between: it is put back, if its owner has not written anew.
      made(path, contentOf(aside));
      return false;
    }
    return made(path, content);
  } finally {
    rmSync(aside, { force: true });
  }
}

function moved(path: string, to: string): boolean {
  try {
    renameSync(path, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** False when there is such a file by now. */
function made(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, content);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without links.
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) return madePlainly(path, content);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function madePlainly(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
