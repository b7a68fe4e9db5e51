import { linePairs } from '../../../src/core/evidence/coverage/line-hits.ts';
import type { FileCoverage } from '../../../src/core/evidence/report.ts';
import type { LineRange } from './changed-ranges.ts';

export interface UncoveredRange {
  readonly path: string;
  readonly first: number;
  readonly last: number;
  /** How many lines of it can be covered, and were not. */
  readonly lines: number;
}

// Lines between that nothing can cover (braces, comments) do not part what belongs together.
const widestGap = 3;

/** The changed lines that no test ran, merged into ranges, longest first. */
export function uncoveredRanges(files: ReadonlyMap<string, FileCoverage>, changed: ReadonlyMap<string, readonly LineRange[]>): UncoveredRange[] {
  const found = [...changed].flatMap(([path, ranges]) => {
    const file = files.get(path);
    return file ? rangesOfFile(file, ranges) : [];
  });
  return found.sort((a, b) => b.lines - a.lines || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.first - b.first));
}

function rangesOfFile(file: FileCoverage, changed: readonly LineRange[]): UncoveredRange[] {
  const ranges: UncoveredRange[] = [];
  let open = false;
  for (const [line, hits] of linePairs(file.lines)) {
    const missed = hits === 0 && changed.some(([first, last]) => line >= first && line <= last);
    const before = open ? ranges.at(-1) : undefined;
    if (missed && before && line - before.last <= widestGap) ranges.splice(-1, 1, { ...before, last: line, lines: before.lines + 1 });
    else if (missed) ranges.push({ path: file.path, first: line, last: line, lines: 1 });
    open = missed;
  }
  return ranges;
}
