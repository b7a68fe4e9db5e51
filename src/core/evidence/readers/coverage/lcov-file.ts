import { someCount } from '../../coverage/count.ts';
import { uniteKeyParts } from '../../coverage/key-slab.ts';
import type { KeyPart } from '../../coverage/key-slab.ts';
import { noLines } from '../../coverage/line-hits.ts';
import { uniteLineParts } from '../../coverage/line-slab.ts';
import type { LinePart } from '../../coverage/line-slab.ts';
import { unitedParts } from '../../coverage/sorted-parts.ts';
import type { FlagList } from '../../input/flag-list.ts';
import type { ReportProblem } from '../../input/report-problem.ts';
import type { Count, FileCoverage } from '../../report.ts';

/** Keys of the sums that a record declares: what is found stands at an even place, what is hit right behind it. */
export const sumKeys = ['LF', 'LH', 'BRF', 'BRH', 'FNF', 'FNH'] as const;
/** A sum that no record declares. */
export const undeclared = -1;
const noSums: readonly number[] = sumKeys.map(() => undeclared);

/** What the records of one `SF` add up to. Equal lines, branches and functions of several records are one. */
export interface LcovFile {
  readonly path: string;
  lines: LinePart[] | null;
  branches: KeyPart[] | null;
  functions: KeyPart[] | null;
  /** Sums that the records declare, in the order of `sumKeys`. */
  readonly declared: number[];
  /** Sums of more hit than found, by the place of what was found: they count only where nothing is listed, and cannot be. */
  impossible: (ReportProblem | undefined)[] | null;
  records: number;
}

export function lcovFile(path: string): LcovFile {
  return { path, lines: null, branches: null, functions: null, declared: noSums.slice(), impossible: null, records: 0 };
}

/**
 * Counts what the records list. `LF` and `LH` count only where not a single line is listed (a summary-only export);
 * elsewhere a difference is flagged, as `lcov --summary` recounts too.
 */
export function finishLcovFile(file: LcovFile, flags: FlagList): FileCoverage {
  const { numbers, hits, covered } = unitedParts(file.lines ?? [], uniteLineParts) ?? { ...noLines, covered: 0 };
  return {
    path: file.path,
    lines: { numbers, hits },
    totals: {
      lines: settle(file, flags, { counted: { covered, total: numbers.length }, found: 0 }) ?? { covered: 0, total: 0 },
      branches: settle(file, flags, { counted: countParts(file.branches), found: 2 }),
      functions: settle(file, flags, { counted: countParts(file.functions), found: 4 }),
      statements: null,
      instructions: null,
    },
  };
}

function countParts(parts: readonly KeyPart[] | null): Count {
  const keys = unitedParts(parts ?? [], uniteKeyParts);
  return keys ? { covered: keys.covered, total: keys.end - keys.start } : { covered: 0, total: 0 };
}

function settle(file: LcovFile, flags: FlagList, what: { counted: Count; found: number }): Count | null {
  const { counted, found } = what;
  if (counted.total === 0) return fromSums(file, flags, found);
  if (file.records === 1) {
    if (disagrees(file, found, counted.total)) flags.add(disagreement(file, found, counted.total));
    if (disagrees(file, found + 1, counted.covered)) flags.add(disagreement(file, found + 1, counted.covered));
  }
  return counted;
}

function disagrees(file: LcovFile, place: number, counted: number): boolean {
  const declared = file.declared[place] ?? undeclared;
  return declared !== undeclared && declared !== counted;
}

function disagreement(file: LcovFile, place: number, counted: number): string {
  return `header-disagrees: ${sumKeys[place]} ${file.declared[place]}, counted ${counted} (${file.path})`;
}

function fromSums(file: LcovFile, flags: FlagList, place: number): Count | null {
  if (file.impossible?.[place]) throw file.impossible[place];
  const found = file.declared[place] ?? undeclared;
  const hit = file.declared[place + 1] ?? undeclared;
  if (found <= 0 || hit === undeclared) return null;
  if (place === 0) flags.add(`sums-only: no lines are listed, LF and LH are used (${file.path})`);
  return someCount({ covered: hit, total: found });
}
