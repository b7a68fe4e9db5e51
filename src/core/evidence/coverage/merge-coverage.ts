import { countLines, uniteLines } from './line-hits.ts';
import { countStatements, uniteStatements } from './statement-hits.ts';
import type { Count, FileCoverage } from '../report.ts';

export interface MergedCoverage {
  /** Each path once. */
  readonly files: readonly FileCoverage[];
  /** Files that two reports gave as sums without lines: what is covered by either is not known, so the lower ratio stands. */
  readonly unmergeable: readonly string[];
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
  const unmergeable: string[] = [];
  const merged = [...byPath.values()].map((same) =>
    same.reduce((a, b) => {
      if (a.lines.numbers.length === 0 && b.lines.numbers.length === 0 && hasSums(a) && hasSums(b)) unmergeable.push(a.path);
      return mergeTwo(a, b);
    }),
  );
  return { files: merged, unmergeable: [...new Set(unmergeable)] };
}

function mergeTwo(a: FileCoverage, b: FileCoverage): FileCoverage {
  const lines = uniteLines(a.lines, b.lines);
  const placed = a.statements && b.statements ? uniteStatements(a.statements, b.statements) : null;
  return {
    path: a.path,
    lines,
    ...(placed ? { statements: placed } : {}),
    totals: {
      // Lines beat sums: what is listed can be checked against the change.
      lines: (a.totals.lines || b.totals.lines) && lines.numbers.length > 0 ? countLines(lines) : lower(a.totals.lines, b.totals.lines),
      branches: lower(a.totals.branches, b.totals.branches),
      functions: lower(a.totals.functions, b.totals.functions),
      statements: placed ? countStatements(placed) : lower(a.totals.statements, b.totals.statements),
      instructions: lower(a.totals.instructions, b.totals.instructions),
    },
  };
}

/** Of two sums that cannot be united the one with the lower ratio; of equal ratios the first. */
function lower(a: Count | null, b: Count | null): Count | null {
  if (!a || !b) return a ?? b;
  if (a.total === 0 || b.total === 0) return a.total === 0 ? b : a;
  return BigInt(b.covered) * BigInt(a.total) < BigInt(a.covered) * BigInt(b.total) ? b : a;
}

function hasSums(file: FileCoverage): boolean {
  return Object.values(file.totals).some((count) => count !== null && count.total > 0);
}
