import { countHits } from '../../coverage/count.ts';
import { countLines, packLines } from '../../coverage/line-hits.ts';
import { noCounts } from '../../coverage/sum-files.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { lineSink } from '../../input/line-sink.ts';
import { addHits, parseHits } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { coverageBody } from './coverage-body.ts';
import { finalNewline } from './final-newline.ts';

interface GcovFile {
  readonly lines: (readonly [number, number])[];
  /** By line, function and number; null until one is seen (`gcov -b`). */
  branches: Map<string, number> | null;
  functions: Map<string, number> | null;
}

interface State {
  readonly files: Map<string, GcovFile>;
  readonly flags: FlagList;
  current: GcovFile | null;
  path: string;
  /** Where what follows belongs to. */
  line: number;
  inFunction: string;
}

/**
 * `.gcov` files of GCC and LLVM (`count:line:source`), one or several after another: `-` is no code, `#####` and `=====`
 * did not run, `12*` ran in part. A line that stands again for each template instance counts once. With `-b` and `-f`
 * branches and functions are counted too; blocks (`-a`), calls and conditions are not.
 */
export const gcovTextReader: StreamReader = { format: 'gcov-text', kind: 'coverage', recognises: ({ text }) => /^-:\s{0,20}0:Source:/.test(text), open };

function open(): ReportSink {
  const state: State = { files: new Map(), flags: flagList(), current: null, path: '', line: 0, inFunction: '' };
  const lines = finalNewline(
    lineSink((text, number) => readLine(state, text, number)),
    state.flags.add,
  );
  return {
    push: lines.push,
    end() {
      lines.end();
      return coverageBody({ files: [...state.files].map(([path, file]) => finish(path, file)), flags: state.flags.list(), tool: 'gcov' });
    },
  };
}

const coded = /^\s*([^\s:][^:]{0,30}):\s{0,20}(\d{1,9})(?::(.*)|-block\s+\d+)$/;
const branch = /^branch\s+(\d+) (?:taken (\d+)|(never executed))/;
const call = /^function (.*) called (\d+) returned /;
/** What stands between the lines and says nothing about lines, branches or functions. */
const other =
  /^(\s*$|-{5,}$|call\s|unconditional\s|condition |conditions |path |paths |File '|(Lines|Branches|Calls|Conditions) executed|Taken at least|No (executable|branches|calls)|Creating ')/;

function readLine(state: State, text: string, number: number): void {
  const source = coded.exec(text);
  if (source) return readSource(state, { count: source[1] ?? '', line: Number(source[2]), source: source[3], number });
  const taken = branch.exec(text);
  if (taken) return readBranch(state, taken);
  const called = call.exec(text);
  if (called && state.current) {
    state.inFunction = called[1] ?? '';
    bump((state.current.functions ??= new Map()), state.inFunction, Number(called[2]));
    return;
  }
  // After dashes stands the name of a template's instance, which may hold anything, and ends in a colon.
  if (other.test(text) || (state.current && text.endsWith(':'))) return;
  throw new ReportProblem(`"${text.slice(0, 60)}" is no line of a .gcov file; expected count:line:source`, number);
}

function readSource(state: State, found: { count: string; line: number; source: string | undefined; number: number }): void {
  const { count, line, source, number } = found;
  if (source === undefined) return;
  if (line === 0) {
    if (source.startsWith('Source:')) begin(state, source.slice('Source:'.length).trim(), number);
    return;
  }
  if (!state.current) throw new ReportProblem('a line stands before the first Source', number);
  state.line = line;
  const hits = hitsOf(state, count.trim(), number);
  if (hits !== null) state.current.lines.push([line, hits]);
}

function begin(state: State, path: string, number: number): void {
  if (path === '') throw new ReportProblem('Source names no file', number);
  const file = state.files.get(path) ?? { lines: [], branches: null, functions: null };
  state.files.set(path, file);
  Object.assign(state, { current: file, path, line: 0, inFunction: '' });
}

function hitsOf(state: State, count: string, number: number): number | null {
  if (count === '-') return null;
  if (/^(#####|=====|%%%%%|\$\$\$\$\$)\*?$/.test(count)) return 0;
  if (count.startsWith('-')) state.flags.add(`negative-hits: counted as 0 (${state.path})`);
  // `gcov -H` writes 1.5k and 2M; a star marks a line of which a block did not run.
  return parseHits(count.replace(/\*$/, '').replace(/[kMGTPEZY]$/, ''), { what: 'a count', line: number });
}

function readBranch(state: State, [, index, taken]: RegExpExecArray): void {
  if (!state.current) return;
  bump((state.current.branches ??= new Map()), `${state.line},${index ?? ''},${state.inFunction}`, Number(taken ?? 0));
}

function bump(tally: Map<string, number>, key: string, hits: number): void {
  tally.set(key, addHits(tally.get(key) ?? 0, hits));
}

function finish(path: string, file: GcovFile): FileCoverage {
  const lines = packLines(file.lines);
  return {
    path,
    lines,
    totals: {
      ...noCounts,
      lines: countLines(lines),
      branches: file.branches && countHits(file.branches),
      functions: file.functions && countHits(file.functions),
    },
  };
}
