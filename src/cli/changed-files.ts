import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { InputError } from '../core/errors/input-error.ts';
import { changedLines } from '../core/snapshot/changed-lines.ts';
import type { ChangedFile } from '../core/snapshot/facts.ts';

const run = promisify(execFile);
const statuses: Readonly<Record<string, ChangedFile['status']>> = { A: 'added', M: 'modified', D: 'removed', T: 'changed' };

/** The files that differ between a base and the working tree's commit, each with its changed lines, from git. */
export async function changedFiles(root: string, base: string): Promise<ChangedFile[]> {
  const range = `${base}...HEAD`;
  const git = async (...words: string[]) => {
    try {
      return (await run('git', words, { cwd: root, maxBuffer: 256 * 1024 * 1024 })).stdout;
    } catch {
      throw new InputError(`git could not compare ${range} in ${root}; give --base a branch or commit that is there.`);
    }
  };
  const listed = (await git('diff', '--no-renames', '--name-status', '-z', range)).split('\0');
  const files: ChangedFile[] = [];
  for (let index = 0; index + 1 < listed.length; index += 2) {
    const [letter = '', path = ''] = [listed[index], listed[index + 1]];
    const status = statuses[letter] ?? 'changed';
    const patch = status === 'removed' ? '' : await git('diff', '--no-renames', range, '--', path);
    files.push({
      path,
      previousPath: null,
      status,
      changedLines: patch.includes('\nBinary files ') ? null : changedLines(patch.slice(Math.max(patch.indexOf('@@'), 0))),
    });
  }
  return files;
}
