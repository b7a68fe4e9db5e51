import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** Lines of a file that a change added or altered: first and last. */
export type LineRange = readonly [first: number, last: number];

/** The changed lines of each file between the base and what was tested; null where git has not both, as in a shallow clone. */
export async function changedRanges(workspace: string, base: string | null): Promise<ReadonlyMap<string, readonly LineRange[]> | null> {
  if (base === null || !/^[0-9a-f]{40,64}$/.test(base)) return null;
  const words = [
    '-c',
    'core.quotepath=off',
    'diff',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '-U0',
    '--src-prefix=a/',
    '--dst-prefix=b/',
  ];
  try {
    const { stdout } = await run('git', [...words, `${base}...HEAD`, '--'], { cwd: workspace, maxBuffer: 256 << 20 });
    return rangesOf(stdout);
  } catch {
    return null;
  }
}

/** Reads a diff without context. Lines of hunks are counted off, so that none is taken for a header. */
export function rangesOf(diff: string): Map<string, LineRange[]> {
  const ranges = new Map<string, LineRange[]>();
  let path: string | null = null;
  let inside = 0;
  for (const line of diff.split('\n')) {
    if (inside > 0 && !line.startsWith('\\')) {
      inside -= 1;
      continue;
    }
    const [, removed = '1', first = '0', added = '1'] = hunk.exec(line) ?? [];
    if (line.startsWith('+++ ')) path = line.startsWith('+++ b/') ? line.slice(6).replace(/\t$/, '') : null;
    else if (first !== '0' || line.startsWith('@@')) {
      inside = Number(removed) + Number(added);
      if (path !== null && Number(added) > 0) ranges.set(path, [...(ranges.get(path) ?? []), [Number(first), Number(first) + Number(added) - 1]]);
    }
  }
  return ranges;
}
