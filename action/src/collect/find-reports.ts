import { glob, lstat, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { InputError } from '../../../src/core/errors/input-error.ts';
import { matchGlobs } from '../../../src/core/globs/match-globs.ts';
import type { CollectNote } from './collect-note.ts';
import { defaultGlobs } from './default-globs.ts';
import { walkWorkspace } from './walk-workspace.ts';

export interface FoundReports {
  /** Paths within the workspace, sorted. */
  readonly paths: readonly string[];
  /** True when nobody named them: what is no report among them is none of our business. */
  readonly byDefault: boolean;
  readonly notes: readonly CollectNote[];
}

// A matrix of a thousand surefire files is large; each is read and listed.
const mostReports = 2_000;

/**
 * The report files that the globs match. A glob that matches nothing is an error: a report that was not made must be
 * noticed. Without globs the places of the common tools are looked through; what is checked in is no report of this job.
 */
export async function findReports(workspace: string, patterns: readonly string[], tracked: readonly string[] | null): Promise<FoundReports> {
  const found = patterns.length === 0 ? await byDefault(workspace, tracked) : await byGlobs(workspace, patterns);
  if (found.paths.length <= mostReports) return found;
  // Reading some of them would lose the failures in the others.
  throw new InputError(
    `evidence: ${found.paths.length} files look like reports, more than ${mostReports}; write narrower globs, or let the tools write fewer files.`,
  );
}

async function byGlobs(workspace: string, patterns: readonly string[]): Promise<FoundReports> {
  const root = await realpath(workspace);
  const found = new Set<string>();
  for (const pattern of patterns) {
    const files = await filesOf(root, pattern);
    if (files.length === 0) throw new InputError(`evidence: nothing matches ${pattern} in the workspace; did the tool run before this step, and write there?`);
    for (const file of files) found.add(file);
  }
  return { paths: [...found].sort(), byDefault: false, notes: [] };
}

async function byDefault(workspace: string, tracked: readonly string[] | null): Promise<FoundReports> {
  const globs = Object.values(defaultGlobs).flat();
  const { files, cut } = await walkWorkspace(workspace, matchGlobs(globs));
  if (cut) throw new InputError('evidence: the workspace has too many files to look through; write the globs of your reports.');
  const committed = new Set(tracked);
  const paths = files.filter((path) => !committed.has(path));
  if (paths.length === 0) throw new InputError(nothingFound(files.length));
  const left = files.length - paths.length;
  const notes: CollectNote[] = left > 0 ? [{ kind: 'committed', count: left }] : [];
  return { paths, byDefault: true, notes };
}

/** Says all that was looked for: whoever reads it has to see where their tool writes instead. */
export function nothingFound(committed: number): string {
  const looked = Object.entries(defaultGlobs).map(([kind, globs]) => `${kind}: ${globs.join(' ')}`);
  const besides = committed > 0 ? ` (${committed} that are checked in do not count)` : '';
  return `no report was found in the workspace${besides}; did the tools run before this step? Write the globs of your reports in \`evidence\`. Looked for ${looked.join('; ')}.`;
}

async function filesOf(root: string, pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const path of glob(pattern.replace(/^\.\//, ''), { cwd: root, exclude: ['**/node_modules/**', '.git/**'] })) {
    if (path.split(sep).includes('..') || path.startsWith(sep)) throw new InputError(`evidence: ${pattern} leaves the workspace; write a glob within it.`);
    const file = join(root, path);
    // A link, or a folder that is one, may lead anywhere: what it leads to is not this workspace's.
    if ((await lstat(file)).isFile() && (await realpath(file)) === file) files.push(path.split(sep).join('/'));
  }
  return files;
}
