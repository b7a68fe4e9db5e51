import type { Count, FileCoverage } from '../report.ts';
import { sameCount } from './count.ts';
import { mergeTwo } from './merge-two.ts';

export interface MergedCoverage {
  /** Each path once. */
  readonly files: readonly FileCoverage[];
  /** Files that two reports gave as sums without lines: what is covered by either is not known, so the lower ratio stands. */
  readonly unmergeable: readonly string[];
  /** Files of which two reports give other branches, functions or instructions: these cannot be united, so the lower ratio stands. */
  readonly lowered: readonly string[];
}

/**
 * Merges what several reports say of the same files: hits of a line add up, so a file in two formats counts once.
 * Paths must be mapped before.
 */
export function mergeCoverage(files: readonly FileCoverage[]): MergedCoverage {
  const byPath = new Map<string, FileCoverage[]>();
  for (const file of files) {
    const same = byPath.get(file.path);
    if (same) same.push(file);
    else byPath.set(file.path, [file]);
  }
  const unmergeable = new Set<string>();
  const lowered = new Set<string>();
  const merged = [...byPath.values()].map((same) =>
    same.reduce((a, b) => {
      if (a.lines.numbers.length === 0 && b.lines.numbers.length === 0 && hasSums(a) && hasSums(b)) unmergeable.add(a.path);
      else if (differ(a, b)) lowered.add(a.path);
      return mergeTwo(a, b);
    }),
  );
  return { files: merged, unmergeable: [...unmergeable], lowered: [...lowered] };
}

function differ({ totals: a }: FileCoverage, { totals: b }: FileCoverage): boolean {
  return [[a.branches, b.branches] as const, [a.functions, b.functions] as const, [a.instructions, b.instructions] as const].some(
    ([one, other]) => one !== null && other !== null && !sameCount(one, other),
  );
}

function hasSums(file: FileCoverage): boolean {
  return Object.values(file.totals).some((count: Count | null) => count !== null && count.total > 0);
}
