import { sumCounts } from '../../coverage/count.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { addHits, parseHits, parseWhole } from '../../input/parse-figure.ts';
import { lineSink } from '../../input/line-sink.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { CoverageTotals, FileCoverage } from '../../report.ts';
import { finishLcovFile, lcovFile } from './lcov-file.ts';
import type { LcovFile } from './lcov-file.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

interface LcovState {
  readonly files: Map<string, LcovFile>;
  readonly flags: FlagList;
  current: LcovFile | null;
  line: number;
}

/** Tracefiles of lcov and of the many tools that write them. */
export const lcovReader: StreamReader = { format: 'lcov', kind: 'coverage', recognises: ({ text }) => beginsTracefile(text), open: openLcov };

/** Its first line that says anything is `SF:`, or `TN:` with an `SF:` or nothing after it. */
function beginsTracefile(text: string): boolean {
  // Line by line: one expression over comments and line ends could be made to try for ever.
  let named = false;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SF:')) return true;
    if (!line.startsWith('TN:')) return false;
    named = true;
  }
  return named;
}

function openLcov(): ReportSink {
  const state: LcovState = { files: new Map(), flags: flagList(), current: null, line: 0 };
  const lines = lineSink((line) => readLine(state, line));
  return {
    push: lines.push,
    end() {
      lines.end();
      if (state.current) state.flags.add(`no-end-of-record: the last record is not closed (${state.current.path})`);
      return finish(state);
    },
  };
}

function readLine(state: LcovState, raw: string): void {
  state.line += 1;
  const line = raw.trim();
  if (line === '' || line.startsWith('#')) return;
  if (line === 'end_of_record') {
    state.current = null;
    return;
  }
  const colon = line.indexOf(':');
  if (colon < 1) throw new ReportProblem(`"${line.slice(0, 60)}" is no line of a tracefile`, state.line);
  const key = line.slice(0, colon);
  const value = line.slice(colon + 1);
  if (key === 'SF') openRecord(state, value.trim());
  else if (key !== 'TN') readEntry(state, key, value);
}

function openRecord(state: LcovState, path: string): void {
  if (path === '') throw new ReportProblem('SF names no file', state.line);
  if (state.current) state.flags.add(`no-end-of-record: a record is not closed (${state.current.path})`);
  const file = state.files.get(path) ?? lcovFile(path);
  file.records += 1;
  file.record.clear();
  state.files.set(path, file);
  state.current = file;
}

function readEntry(state: LcovState, key: string, value: string): void {
  const read = entries.get(key);
  if (!read) {
    if (!/^[A-Z_]{2,12}$/.test(key)) throw new ReportProblem(`"${key.slice(0, 40)}:" is no key of a tracefile`, state.line);
    state.flags.add(`unknown-key: ${key} is not read`);
    return;
  }
  if (!state.current) throw new ReportProblem(`${key} stands outside a record; SF must come first`, state.line);
  read(state.current, value, state);
}

type ReadEntry = (file: LcovFile, value: string, state: LcovState) => void;

const entries: ReadonlyMap<string, ReadEntry> = new Map<string, ReadEntry>([
  ['DA', readLineHits],
  ['BRDA', readBranch],
  ['FN', (file, value, state) => bump(file.functions, functionName(value, state), 0)],
  ['FNDA', readFunctionHits],
  ['FNL', (file, value, state) => bump(file.functions, `#${parseWhole(value.split(',')[0], { what: 'index of FNL', line: state.line })}`, 0)],
  ['FNA', readAliasHits],
  ['VER', () => undefined],
  ...['LF', 'LH', 'BRF', 'BRH', 'FNF', 'FNH'].map((key): [string, ReadEntry] => [
    key,
    (file, value, state) => {
      const sum = parseWhole(value, { what: key, line: state.line });
      file.record.set(key, sum);
      bump(file.declared, key, sum);
      noteImpossible(file, key, state.line);
    },
  ]),
]);

/** `LF` and `LH` come in either order, so a record's pair is looked at with each of them. */
function noteImpossible(file: LcovFile, key: string, line: number): void {
  const found = key.replace(/H$/, 'F');
  const hit = key.replace(/F$/, 'H');
  const sums = { found: file.record.get(found), hit: file.record.get(hit) };
  if (sums.found === undefined || sums.hit === undefined || sums.hit <= sums.found) return;
  file.impossible.set(found, new ReportProblem(`${hit} ${sums.hit} of ${found} ${sums.found} cannot be: more hit than found`, line));
}

function readLineHits(file: LcovFile, value: string, state: LcovState): void {
  const [line, hits] = value.split(',', 2);
  if (hits?.trim().startsWith('-')) state.flags.add(`negative-hits: counted as 0 (${file.path})`);
  bump(file.lines, parseWhole(line, { what: 'line of DA', line: state.line }), parseHits(hits, { what: 'hits of DA', line: state.line }));
}

/** `BRDA:line,block,branch,taken`: in lcov 2 the branch may be an expression with commas, so it is cut from both ends. */
function readBranch(file: LcovFile, value: string, state: LcovState): void {
  const first = value.indexOf(',');
  const last = value.lastIndexOf(',');
  if (first < 1 || last <= first) throw new ReportProblem('BRDA needs line, block, branch and taken', state.line);
  parseWhole(value.slice(0, first), { what: 'line of BRDA', line: state.line });
  const taken = value.slice(last + 1).trim();
  bump(file.branches, value.slice(0, last), taken === '-' ? 0 : parseHits(taken, { what: 'taken of BRDA', line: state.line }));
}

/** `FN:start,name`, in lcov 2 `FN:start,end,name`; names hold commas. */
function functionName(value: string, state: LcovState): string {
  const match = /^\s*\d+\s*,(?:\s*\d+\s*,)?(.*)$/.exec(value);
  if (!match?.[1]) throw new ReportProblem('FN needs a line and a name', state.line);
  return match[1];
}

function readFunctionHits(file: LcovFile, value: string, state: LcovState): void {
  const comma = value.indexOf(',');
  if (comma < 0) throw new ReportProblem('FNDA needs hits and a name', state.line);
  bump(file.functions, value.slice(comma + 1), parseHits(value.slice(0, comma), { what: 'hits of FNDA', line: state.line }));
}

/** `FNA:index,hits,alias` (lcov 2.2): aliases of one index are one function. */
function readAliasHits(file: LcovFile, value: string, state: LcovState): void {
  const [index, hits] = value.split(',', 2);
  bump(file.functions, `#${parseWhole(index, { what: 'index of FNA', line: state.line })}`, parseHits(hits, { what: 'hits of FNA', line: state.line }));
}

function bump<Key>(tally: Map<Key, number>, key: Key, hits: number): void {
  tally.set(key, addHits(tally.get(key) ?? 0, hits));
}

function finish(state: LcovState): ReportBody {
  const files = [...state.files.values()].map((file) => finishLcovFile(file, state.flags));
  const totals = totalsOf(files);
  const outcome = totals.lines && totals.lines.total > 0 ? 'ok' : 'empty';
  return { kind: 'coverage', outcome, totals, files, flags: state.flags.list() };
}

function totalsOf(files: readonly FileCoverage[]): CoverageTotals {
  return {
    lines: sumCounts(files.map((file) => file.totals.lines)) ?? { covered: 0, total: 0 },
    branches: sumCounts(files.map((file) => file.totals.branches)),
    functions: sumCounts(files.map((file) => file.totals.functions)),
    statements: null,
    instructions: null,
    files: files.length,
  };
}
