import { linePairs, noLines } from '../../evidence/coverage/line-hits.ts';
import type { LineHits } from '../../evidence/coverage/line-hits.ts';
import type { Count } from '../../evidence/report.ts';
import type { ChangedFile, PullFacts } from '../../snapshot/facts.ts';
import type { ComponentFigures } from './component-coverage.ts';

/** What a change touches of one component, line by line. */
export interface PatchFigures {
  /** Changed lines that can be covered, and those that were. */
  readonly count: Count;
  /** Uncovered changed lines, by file, fewest files first to mend. */
  readonly missed: readonly { readonly path: string; readonly lines: readonly number[] }[];
  /** Changed sources that no report mentions. */
  readonly unreported: readonly string[];
  /** Changed sources of which GitHub gave no lines (too large a change). */
  readonly withoutPatch: readonly string[];
  /** Changed sources that the base changed too: the tested merge commit has their lines elsewhere. */
  readonly inMerge: readonly string[];
  /** Changed sources whose report has sums but no lines. */
  readonly withoutLines: readonly string[];
}

/** Holds the changed lines of a pull request against the covered lines of a component. Removed files have none. */
export function patchCoverage(figures: ComponentFigures, pull: PullFacts): PatchFigures {
  const sources = new Set(figures.sources);
  const unreported = new Set(figures.unreported);
  const byPath = new Map(figures.files.map((file) => [file.path, file]));
  const changed = pull.files.filter((file) => file.status !== 'removed' && file.status !== 'unchanged' && sources.has(file.path));
  const reported = changed.filter((file) => !unreported.has(file.path) && !isWithoutNewLines(file));
  const missed: { path: string; lines: number[] }[] = [];
  const count = { covered: 0, total: 0 };
  for (const file of reported) {
    const touched = touchedLines(file, byPath.get(file.path)?.lines ?? noLines);
    const lines = touched.filter(([, hits]) => hits === 0).map(([line]) => line);
    count.total += touched.length;
    count.covered += touched.length - lines.length;
    if (lines.length > 0) missed.push({ path: file.path, lines });
  }
  const hasOnlySums = (path: string): boolean => {
    const file = byPath.get(path);
    return file !== undefined && file.lines.numbers.length === 0 && Object.values(file.totals).some((total) => total !== null && total.total > 0);
  };
  return {
    count,
    missed: missed.sort((a, b) => b.lines.length - a.lines.length),
    unreported: changed.filter((file) => unreported.has(file.path)).map((file) => file.path),
    inMerge: reported.filter((file) => isChangedByBase(file, pull)).map((file) => file.path),
    withoutPatch: reported.filter((file) => file.changedLines === null).map((file) => file.path),
    withoutLines: reported.filter((file) => hasOnlySums(file.path)).map((file) => file.path),
  };
}

/** Moved as it was, or with lines removed alone: there is nothing new to cover, whatever became of the file at the base. */
function isWithoutNewLines(file: ChangedFile): boolean {
  return file.changedLines?.length === 0;
}

/** Lines can be told apart only where the tested commit has the file as the head has it. */
function isChangedByBase(file: ChangedFile, { baseChanges }: PullFacts): boolean {
  if (baseChanges === undefined) return false;
  return baseChanges === null || baseChanges.some((path) => path === file.path || path === file.previousPath);
}

function touchedLines(file: ChangedFile, lines: LineHits): (readonly [number, number])[] {
  const changed = new Set(file.changedLines ?? []);
  return linePairs(lines).filter(([line]) => changed.has(line));
}
