import { atLineEnd, noDigits, readDigits } from '../../input/read-digits.ts';
import type { ByteCursor } from '../../input/read-digits.ts';
import type { LcovFile } from './lcov-file.ts';
import { branchId, branchKey } from './lcov-record.ts';
import { declareSum } from './lcov-state.ts';
import type { LcovState } from './lcov-state.ts';

// The letters that a tracefile's keys are made of.
const [A, B, D, F, H, L, N, R] = [0x41, 0x42, 0x44, 0x46, 0x48, 0x4c, 0x4e, 0x52];
const [colon, comma, dash, lineFeed] = [0x3a, 0x2c, 0x2d, 0x0a];
// Line numbers of so many digits are below 2^31, and need no further look.
const plainLine = 999_999_999;
const noName = -1;

/**
 * Reads an entry without making text of it, if it is written as tools write it, and moves the cursor behind its line.
 * False, and nothing has been counted, for all others: they are for `readEntry`. The cursor is then anywhere.
 */
export function readPlainEntry(state: LcovState, cursor: ByteCursor): boolean {
  const { bytes, at } = cursor;
  if (!state.current) return false;
  const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (third === colon) {
    cursor.at = at + 3;
    if (first === D && second === A) return readLineHits(state.current, state, cursor);
    if (first === F && second === N) return readFunction(state.current, state, cursor);
    if (first === L && (second === F || second === H)) return readSum(second === F ? 0 : 1, state, cursor);
    return false;
  }
  if (bytes[at + 3] === colon && (third === F || third === H)) {
    cursor.at = at + 4;
    if (first === B && second === R) return readSum(third === F ? 2 : 3, state, cursor);
    if (first === F && second === N) return readSum(third === F ? 4 : 5, state, cursor);
    return false;
  }
  if (bytes[at + 4] !== colon || third !== D || bytes[at + 3] !== A) return false;
  cursor.at = at + 5;
  if (first === B && second === R) return readBranch(state.current, state, cursor);
  return first === F && second === N && readFunctionHits(state.current, state, cursor);
}

/** `DA:line,hits`, perhaps with a checksum behind. */
function readLineHits(file: LcovFile, state: LcovState, cursor: ByteCursor): boolean {
  const line = readDigits(cursor);
  if (line === noDigits || line > plainLine || cursor.bytes[cursor.at++] !== comma) return false;
  const hits = readDigits(cursor);
  if (hits === noDigits) return false;
  if (cursor.bytes[cursor.at] === comma) cursor.at = cursor.bytes.indexOf(lineFeed, cursor.at);
  if (!atLineEnd(cursor)) return false;
  state.record.addLine(file, line, hits);
  return true;
}

/** `BRDA:line,block,branch,taken`, all of them plain numbers, or `-` for what was never reached. */
function readBranch(file: LcovFile, state: LcovState, cursor: ByteCursor): boolean {
  const line = readDigits(cursor);
  if (line === noDigits || line > plainLine || cursor.bytes[cursor.at++] !== comma) return false;
  const block = readDigits(cursor);
  if (cursor.bytes[cursor.at++] !== comma) return false;
  const branch = readDigits(cursor);
  if (cursor.bytes[cursor.at++] !== comma) return false;
  const id = branchId(block, branch);
  if (id === null) return false;
  const never = cursor.bytes[cursor.at] === dash;
  if (never) cursor.at += 1;
  const taken = never ? 0 : readDigits(cursor);
  if (taken === noDigits || !atLineEnd(cursor)) return false;
  state.record.addBranch(file, branchKey(line, id), taken > 0);
  return true;
}

/** `FN:start,name` or `FN:start,end,name`. */
function readFunction(file: LcovFile, state: LcovState, cursor: ByteCursor): boolean {
  if (readDigits(cursor) === noDigits || cursor.bytes[cursor.at++] !== comma) return false;
  const start = cursor.at;
  if (readDigits(cursor) === noDigits || cursor.bytes[cursor.at] !== comma) cursor.at = start;
  else cursor.at += 1;
  const name = readName(state, cursor);
  if (name === noName) return false;
  state.record.addFunction(file, name, false);
  return true;
}

function readFunctionHits(file: LcovFile, state: LcovState, cursor: ByteCursor): boolean {
  const hits = readDigits(cursor);
  if (hits === noDigits || cursor.bytes[cursor.at++] !== comma) return false;
  const name = readName(state, cursor);
  if (name === noName) return false;
  state.record.addFunction(file, name, hits > 0);
  return true;
}

/** The number of the name that fills the rest of the line. */
function readName(state: LcovState, cursor: ByteCursor): number {
  const { bytes, at: start } = cursor;
  let end = start;
  while (bytes[end] !== lineFeed) end += 1;
  cursor.at = end + 1;
  // White space at either end, which a text would lose.
  if ((bytes[start] ?? 0) <= 0x20) return noName;
  while ((bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  return state.record.functionOf(bytes, start, end);
}

function readSum(place: number, state: LcovState, cursor: ByteCursor): boolean {
  const value = readDigits(cursor);
  if (value === noDigits || value > plainLine || !atLineEnd(cursor)) return false;
  declareSum(state, place, { value, line: state.line });
  return true;
}
