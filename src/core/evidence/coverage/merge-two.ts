import type { Count, FileCoverage } from '../report.ts';
import { countLines, uniteLines } from './line-hits.ts';
import type { LineHits } from './line-hits.ts';
import { countStatements, uniteStatements } from './statement-hits.ts';

/**
 * What two reports say of one file. Lines beat sums, for what is listed can be held against the change. Which lines there
 * are is for the formats that count lines to say; the hits of formats of statements are added to those.
 */
export function mergeTwo(a: FileCoverage, b: FileCoverage): FileCoverage {
  const lines = unitedLines(a, b);
  const placed = a.statements && b.statements ? uniteStatements(a.statements, b.statements) : (a.statements ?? b.statements);
  const statements = a.statements && b.statements && placed ? countStatements(placed) : listedOrLower(a, b);
  return {
    path: a.path,
    lines,
    ...(placed ? { statements: placed } : {}),
    totals: {
      lines: countsLines(a) || countsLines(b) ? countUnited(a, b, lines) : lower(a.totals.lines, b.totals.lines),
      branches: lower(a.totals.branches, b.totals.branches),
      functions: lower(a.totals.functions, b.totals.functions),
      statements,
      instructions: lower(a.totals.instructions, b.totals.instructions),
    },
  };
}

/** A format of lines that lists them. */
function countsLines(file: FileCoverage): boolean {
  return file.totals.lines !== null && file.lines.numbers.length > 0;
}

function unitedLines(a: FileCoverage, b: FileCoverage): LineHits {
  const united = uniteLines(a.lines, b.lines);
  if (countsLines(a) === countsLines(b)) return united;
  const own = new Set(countsLines(a) ? a.lines.numbers : b.lines.numbers);
  const kept = united.numbers.map((_, index) => index).filter((index) => own.has(united.numbers[index] ?? 0));
  return { numbers: kept.map((index) => united.numbers[index] ?? 0), hits: kept.map((index) => united.hits[index] ?? 0) };
}

/**
 * Counts the united lines, less those that a report lists as run and does not count: coverage.py lists docstrings. Two
 * reports of one source list the same of them.
 */
function countUnited(a: FileCoverage, b: FileCoverage, lines: LineHits): Count {
  const listed = countLines(lines);
  const extra = Math.min(Math.max(extraLines(a), extraLines(b)), listed.covered);
  return { covered: listed.covered - extra, total: listed.total - extra };
}

function extraLines(file: FileCoverage): number {
  const declared = file.totals.lines;
  if (!declared || !countsLines(file)) return 0;
  const listed = countLines(file.lines);
  const sameMissing = listed.total - listed.covered === declared.total - declared.covered;
  return sameMissing ? Math.max(0, listed.total - declared.total) : 0;
}

/** Statements with places beat those without. */
function listedOrLower(a: FileCoverage, b: FileCoverage): Count | null {
  if (a.statements && !b.statements) return a.totals.statements ?? b.totals.statements;
  if (b.statements && !a.statements) return b.totals.statements ?? a.totals.statements;
  return lower(a.totals.statements, b.totals.statements);
}

/** Of two sums that cannot be united the one with the lower ratio; of equal ratios the first. */
function lower(a: Count | null, b: Count | null): Count | null {
  if (!a || !b) return a ?? b;
  if (a.total === 0 || b.total === 0) return a.total === 0 ? b : a;
  return BigInt(b.covered) * BigInt(a.total) < BigInt(a.covered) * BigInt(b.total) ? b : a;
}
