import type { FlagList } from '../../input/flag-list.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { lcovFile } from './lcov-file.ts';
import type { LcovFile } from './lcov-file.ts';
import type { LcovRecord } from './lcov-record.ts';

/** A tracefile while it is read. */
export interface LcovState {
  readonly files: Map<string, LcovFile>;
  readonly flags: FlagList;
  readonly record: LcovRecord;
  /** The file whose record is open. */
  current: LcovFile | null;
  /** Number of the line that is being read. */
  line: number;
}

/** Opens a record of a file, at `SF`. */
export function openRecord(state: LcovState, path: string): void {
  if (path === '') throw new ReportProblem('SF names no file', state.line);
  if (state.current) state.flags.add(`no-end-of-record: a record is not closed (${state.current.path})`);
  closeRecord(state);
  const file = state.files.get(path) ?? lcovFile(path);
  file.records += 1;
  file.record.fill(-1);
  state.files.set(path, file);
  state.current = file;
}

export function closeRecord(state: LcovState): void {
  if (state.current) state.record.close(state.current);
  state.current = null;
}
