import { countHits, someCount } from '../../coverage/count.ts';
import { packLines } from '../../coverage/line-hits.ts';
import type { FlagList } from '../../input/flag-list.ts';
import type { ReportProblem } from '../../input/report-problem.ts';
import type { Count, FileCoverage } from '../../report.ts';

/** What the records of one `SF` add up to. Equal lines, branches and functions of several records are one. */
export interface LcovFile {
  readonly path: string;
  readonly lines: Map<number, number>;
  readonly branches: Map<string, number>;
  readonly functions: Map<string, number>;
  /** Sums that the records declare, by key: LF, LH, BRF, BRH, FNF, FNH. */
  readonly declared: Map<string, number>;
  /** The open record's own sums. */
  readonly record: Map<string, number>;
  /** Sums of more hit than found, by the key of what was found: they count only where nothing is listed, and cannot be. */
  readonly impossible: Map<string, ReportProblem>;
  records: number;
}

export function lcovFile(path: string): LcovFile {
  return { path, lines: new Map(), branches: new Map(), functions: new Map(), declared: new Map(), record: new Map(), impossible: new Map(), records: 0 };
}

/**
 * Counts what the records list. `LF` and `LH` count only where not a single line is listed (a summary-only export);
 * elsewhere a difference is flagged, as `lcov --summary` recounts too.
 */
export function finishLcovFile(file: LcovFile, flags: FlagList): FileCoverage {
  return {
    path: file.path,
    lines: packLines(file.lines),
    totals: {
      lines: settle(file, flags, { tally: file.lines, found: 'LF', hit: 'LH' }) ?? { covered: 0, total: 0 },
      branches: settle(file, flags, { tally: file.branches, found: 'BRF', hit: 'BRH' }),
      functions: settle(file, flags, { tally: file.functions, found: 'FNF', hit: 'FNH' }),
      statements: null,
      instructions: null,
    },
  };
}

function settle(file: LcovFile, flags: FlagList, what: { tally: ReadonlyMap<unknown, number>; found: string; hit: string }): Count | null {
  const counted = countHits(what.tally);
  const found = file.declared.get(what.found);
  const hit = file.declared.get(what.hit);
  if (counted.total === 0) return fromSums(file, flags, { found, hit, name: what.found });
  const comparable = file.records === 1;
  if (comparable && found !== undefined && found !== counted.total)
    flags.add(`header-disagrees: ${what.found} ${found}, counted ${counted.total} (${file.path})`);
  if (comparable && hit !== undefined && hit !== counted.covered) flags.add(`header-disagrees: ${what.hit} ${hit}, counted ${counted.covered} (${file.path})`);
  return counted;
}

function fromSums(file: LcovFile, flags: FlagList, sums: { found: number | undefined; hit: number | undefined; name: string }): Count | null {
  const impossible = file.impossible.get(sums.name);
  if (impossible) throw impossible;
  if (!sums.found || sums.hit === undefined) return null;
  if (sums.name === 'LF') flags.add(`sums-only: no lines are listed, LF and LH are used (${file.path})`);
  return someCount({ covered: sums.hit, total: sums.found });
}
