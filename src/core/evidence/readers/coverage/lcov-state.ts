import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { addHits } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { lcovFile, sumKeys, undeclared } from './lcov-file.ts';
import type { LcovFile } from './lcov-file.ts';
import { lcovRecord } from './lcov-record.ts';
import type { LcovRecord } from './lcov-record.ts';

/** A tracefile while it is read. */
export interface LcovState {
  readonly files: Map<string, LcovFile>;
  readonly flags: FlagList;
  readonly record: LcovRecord;
  /** Records that `end_of_record` closed, and those that the next one did. */
  closed: number;
  unclosed: number;
  /** The file whose record is open. */
  current: LcovFile | null;
  /** The open record's own sums, in the order of `sumKeys`. */
  readonly sums: number[];
  /** Number of the line that is being read. */
  line: number;
}

export function lcovState(): LcovState {
  return { files: new Map(), flags: flagList(), record: lcovRecord(), closed: 0, unclosed: 0, current: null, sums: sumKeys.map(() => undeclared), line: 0 };
}

/** Opens a record of a file, at `SF`. */
export function openRecord(state: LcovState, path: string): void {
  if (path === '') throw new ReportProblem('SF names no file', state.line);
  if (state.current) {
    state.flags.add(`no-end-of-record: a record is not closed (${state.current.path})`);
    state.unclosed += 1;
  }
  closeRecord(state);
  const file = state.files.get(path) ?? lcovFile(path);
  file.records += 1;
  state.sums.fill(undeclared);
  state.files.set(path, file);
  state.current = file;
}

/** Closes the open record, at `end_of_record`. */
export function endRecord(state: LcovState): void {
  state.closed += 1;
  closeRecord(state);
}

/** Closes the last record, at the end of the file. Only where no record is ever closed may it be open: else the file is cut. */
export function endRecords(state: LcovState): void {
  if (!state.current) return;
  if (state.closed > 0 || state.unclosed === 0)
    throw new ReportProblem(`the last record has no end_of_record (${state.current.path.slice(0, 200)}); the file is cut`, state.line);
  state.flags.add(`no-end-of-record: the last record is not closed (${state.current.path})`);
  closeRecord(state);
}

function closeRecord(state: LcovState): void {
  if (state.current) state.record.close(state.current);
  state.current = null;
}

/** Notes a declared sum of the open record. `LF` and `LH` come in either order, so the pair is looked at with each of them. */
export function declareSum(state: LcovState, place: number, value: number): void {
  const file = state.current;
  if (!file) return;
  state.sums[place] = value;
  file.declared[place] = addHits(Math.max(file.declared[place] ?? 0, 0), value);
  const found = place - (place % 2);
  const f = state.sums[found] ?? undeclared;
  const h = state.sums[found + 1] ?? undeclared;
  if (f === undeclared || h <= f) return;
  file.impossible ??= [];
  file.impossible[found] = new ReportProblem(`${sumKeys[found + 1]} ${h} of ${sumKeys[found]} ${f} cannot be: more hit than found`, state.line);
}
