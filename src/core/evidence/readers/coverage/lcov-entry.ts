import { parseHits, parseWhole } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { sumKeys } from './lcov-file.ts';
import type { LcovFile } from './lcov-file.ts';
import { aliasGroup, branchId, branchKey, branchTextId } from './lcov-record.ts';
import { declareSum, endRecord, openRecord } from './lcov-state.ts';
import type { LcovState } from './lcov-state.ts';

const encoder = new TextEncoder();

/** Reads any line of a tracefile as text: those that `readPlainEntry` leaves, and those that are wrong. */
export function readEntry(state: LcovState, raw: string): void {
  const line = raw.trim();
  if (line === '' || line.startsWith('#')) return;
  if (line === 'end_of_record') return endRecord(state);
  const colon = line.indexOf(':');
  if (colon < 1) throw new ReportProblem(`${JSON.stringify(line.slice(0, 60))} is no line of a tracefile`, state.line);
  const key = line.slice(0, colon);
  const value = line.slice(colon + 1);
  if (key === 'SF') openRecord(state, value.trim());
  else if (key !== 'TN') readValue(state, key, value);
}

function readValue(state: LcovState, key: string, value: string): void {
  const read = entries.get(key);
  if (!read) {
    if (!/^[A-Z_]{2,12}$/.test(key)) throw new ReportProblem(`${JSON.stringify(`${key.slice(0, 40)}:`)} is no key of a tracefile`, state.line);
    state.flags.add(`unknown-key: ${key} is not read`);
    return;
  }
  if (!state.current) throw new ReportProblem(`${key} stands outside a record; SF must come first`, state.line);
  read(state.current, value, state);
}

type ReadValue = (file: LcovFile, value: string, state: LcovState) => void;

const entries: ReadonlyMap<string, ReadValue> = new Map<string, ReadValue>([
  ['DA', readLineHits],
  ['BRDA', readBranch],
  ['FN', (file, value, state) => state.record.addFunction(file, functionNumber(functionName(value, state), state), false)],
  ['FNDA', readFunctionHits],
  ['FNL', (file, value, state) => state.record.addFunction(file, aliasIndex(value, 'FNL', state), false)],
  ['FNA', readAliasHits],
  // Conditions of MC/DC are no branches, and a version is no figure.
  ...['VER', 'MCDC', 'MCF', 'MCH'].map((key): [string, ReadValue] => [key, () => undefined]),
  ...sumKeys.map((key, place): [string, ReadValue] => [key, (_, value, state) => declareSum(state, place, parseWhole(value, { what: key, line: state.line }))]),
]);

function readLineHits(file: LcovFile, value: string, state: LcovState): void {
  const [line, hits] = value.split(',', 2);
  if (hits?.trim().startsWith('-')) state.flags.add(`negative-hits: counted as 0 (${file.path})`);
  const number = parseWhole(line, { what: 'line of DA', line: state.line });
  state.record.addLine(file, number, parseHits(hits, { what: 'hits of DA', line: state.line }));
}

/** `BRDA:line,block,branch,taken`: in lcov 2 the branch may be an expression with commas, so it is cut from both ends. */
function readBranch(file: LcovFile, value: string, state: LcovState): void {
  const first = value.indexOf(',');
  const last = value.lastIndexOf(',');
  if (first < 1 || last <= first) throw new ReportProblem('BRDA needs line, block, branch and taken', state.line);
  const line = parseWhole(value.slice(0, first), { what: 'line of BRDA', line: state.line });
  const taken = value.slice(last + 1).trim();
  const hits = taken === '-' ? 0 : parseHits(taken, { what: 'taken of BRDA', line: state.line });
  const text = value.slice(first + 1, last);
  const small = /^(\d{1,9}),(\d{1,9})$/.exec(text);
  const id = (small && branchId(Number(small[1]), Number(small[2]))) ?? branchTextId(state.record.branchOf(encoder.encode(text)), state.line);
  state.record.addBranch(file, branchKey(line, id), hits > 0);
}

/** `FN:start,name`, in lcov 2 `FN:start,end,name`; names hold commas. */
function functionName(value: string, state: LcovState): string {
  const match = /^\s*\d+\s*,(?:\s*\d+\s*,)?(.*)$/.exec(value);
  if (!match?.[1]) throw new ReportProblem('FN needs a line and a name', state.line);
  return match[1];
}

function functionNumber(name: string, state: LcovState): number {
  const bytes = encoder.encode(name);
  return state.record.functionOf(bytes, 0, bytes.length);
}

function readFunctionHits(file: LcovFile, value: string, state: LcovState): void {
  const comma = value.indexOf(',');
  if (comma < 0) throw new ReportProblem('FNDA needs hits and a name', state.line);
  const hits = parseHits(value.slice(0, comma), { what: 'hits of FNDA', line: state.line });
  state.record.addFunction(file, functionNumber(value.slice(comma + 1), state), hits > 0);
}

/** `FNA:index,hits,alias` (lcov 2.2): aliases of one index are one function. */
function readAliasHits(file: LcovFile, value: string, state: LcovState): void {
  const hits = parseHits(value.split(',', 2)[1], { what: 'hits of FNA', line: state.line });
  state.record.addFunction(file, aliasIndex(value, 'FNA', state), hits > 0);
}

function aliasIndex(value: string, key: string, state: LcovState): number {
  return aliasGroup(parseWhole(value.split(',', 1)[0], { what: `index of ${key}`, line: state.line }));
}
