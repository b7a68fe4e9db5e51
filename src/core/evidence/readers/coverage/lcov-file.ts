import { someCount } from '../../coverage/count.ts';
import { countKeys, uniteKeys } from '../../coverage/key-hits.ts';
import type { KeyHits } from '../../coverage/key-hits.ts';
import { countLines, noLines, uniteLines } from '../../coverage/line-hits.ts';
import type { LineHits } from '../../coverage/line-hits.ts';
import { unitedParts } from '../../coverage/sorted-parts.ts';
import type { Uniting } from '../../coverage/sorted-parts.ts';
import type { FlagList } from '../../input/flag-list.ts';
import type { ReportProblem } from '../../input/report-problem.ts';
import type { Count, FileCoverage } from '../../report.ts';

/** Keys of the sums that a record declares: what is found stands at an even place, what is hit right behind it. */
export const sumKeys = ['LF', 'LH', 'BRF', 'BRH', 'FNF', 'FNH'] as const;
/** A sum that no record declares. */
export const undeclared = -1;

/** What the records of one `SF` add up to. Equal lines, branches and functions of several records are one. */
export interface LcovFile {
  readonly path: string;
  readonly lines: LineHits[];
  readonly branches: KeyHits[];
  readonly functions: KeyHits[];
  /** Sums that the records declare, in the order of `sumKeys`. */
  readonly declared: number[];
  /** Sums of more hit than found, by the place of what was found: they count only where nothing is listed, and cannot be. */
  readonly impossible: (ReportProblem | undefined)[];
  records: number;
}

export const lineParts: Uniting<LineHits> = { size: (part) => part.numbers.length, unite: uniteLines };
export const keyParts: Uniting<KeyHits> = { size: (part) => part.length, unite: uniteKeys };

export function lcovFile(path: string): LcovFile {
  return { path, lines: [], branches: [], functions: [], declared: sumKeys.map(() => undeclared), impossible: [], records: 0 };
}

/**
 * Counts what the records list. `LF` and `LH` count only where not a single line is listed (a summary-only export);
 * elsewhere a difference is flagged, as `lcov --summary` recounts too.
 */
export function finishLcovFile(file: LcovFile, flags: FlagList): FileCoverage {
  const lines = unitedParts(file.lines, lineParts) ?? noLines;
  return {
    path: file.path,
    lines,
    totals: {
      lines: settle(file, flags, { counted: countLines(lines), found: 0 }) ?? { covered: 0, total: 0 },
      branches: settle(file, flags, { counted: countParts(file.branches), found: 2 }),
      functions: settle(file, flags, { counted: countParts(file.functions), found: 4 }),
      statements: null,
      instructions: null,
    },
  };
}

function countParts(parts: readonly KeyHits[]): Count {
  const keys = unitedParts(parts, keyParts);
  return keys ? countKeys(keys) : { covered: 0, total: 0 };
}

function settle(file: LcovFile, flags: FlagList, what: { counted: Count; found: number }): Count | null {
  const { counted, found } = what;
  if (counted.total === 0) return fromSums(file, flags, found);
  if (file.records === 1) {
    compare(file, flags, { place: found, counted: counted.total });
    compare(file, flags, { place: found + 1, counted: counted.covered });
  }
  return counted;
}

function compare(file: LcovFile, flags: FlagList, what: { place: number; counted: number }): void {
  const declared = file.declared[what.place] ?? undeclared;
  if (declared !== undeclared && declared !== what.counted)
    flags.add(`header-disagrees: ${sumKeys[what.place]} ${declared}, counted ${what.counted} (${file.path})`);
}

function fromSums(file: LcovFile, flags: FlagList, place: number): Count | null {
  if (file.impossible[place]) throw file.impossible[place];
  const [found = undeclared, hit = undeclared] = [file.declared[place], file.declared[place + 1]];
  if (found <= 0 || hit === undeclared) return null;
  if (place === 0) flags.add(`sums-only: no lines are listed, LF and LH are used (${file.path})`);
  return someCount({ covered: hit, total: found });
}
