import { glob, lstat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { InputError } from '../../src/core/errors/input-error.ts';
import { manifestFile } from '../../src/core/evidence/bundle/bundle-manifest.ts';

/** The report files that the globs match, as paths within the workspace. A glob that matches nothing is an error: a report that was not made must be noticed. */
export async function findReports(workspace: string, patterns: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const files = await filesOf(workspace, pattern);
    if (files.length === 0) throw new InputError(`evidence: nothing matches ${pattern} in the workspace; did the tool run before this step, and write there?`);
    for (const file of files) found.add(file);
  }
  if (found.has(manifestFile))
    throw new InputError(
      `evidence: a report may not be named ${manifestFile} at the top of the workspace; that is the upload's own list. Move it into a folder.`,
    );
  return [...found].sort();
}

async function filesOf(workspace: string, pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const path of glob(pattern.replace(/^\.\//, ''), { cwd: workspace, exclude: ['**/node_modules/**', '.git/**'] })) {
    if (path.split(sep).includes('..') || path.startsWith(sep)) throw new InputError(`evidence: ${pattern} leaves the workspace; write a glob within it.`);
    if ((await lstat(join(workspace, path))).isFile()) files.push(path.split(sep).join('/'));
  }
  return files;
}
