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

/**
 * Reads an entry without making text of it, if it is written as tools write it, and moves the cursor behind its line.
 * False, and nothing has been counted, for all others: they are for `readEntry`. The cursor is then anywhere.
 */
export function readPlainEntry(state: LcovState, bytes: Uint8Array, cursor: ByteCursor): boolean {
  const { at } = cursor;
  const file = state.current;
  if (!file) return false;
  const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (third === colon) {
    cursor.at = at + 3;
    if (first === D && second === A) return readLineHits({ state, file }, bytes, cursor);
    if (first === F && second === N) return readFunction({ state, file }, bytes, cursor);
    if (first === L && (second === F || second === H)) return readSum({ state, place: second === F ? 0 : 1 }, bytes, cursor);
    return false;
  }
  if (bytes[at + 3] === colon && (third === F || third === H)) {
    cursor.at = at + 4;
    if (first === B && second === R) return readSum({ state, place: third === F ? 2 : 3 }, bytes, cursor);
    if (first === F && second === N) return readSum({ state, place: third === F ? 4 : 5 }, bytes, cursor);
    return false;
  }
  if (bytes[at + 4] !== colon || third !== D || bytes[at + 3] !== A) return false;
  cursor.at = at + 5;
  if (first === B && second === R) return readBranch({ state, file }, bytes, cursor);
  return first === F && second === N && readFunctionHits({ state, file }, bytes, cursor);
}

interface Place {
  readonly state: LcovState;
  readonly file: LcovFile;
}

/** `DA:line,hits`, perhaps with a checksum behind. */
function readLineHits({ state, file }: Place, bytes: Uint8Array, cursor: ByteCursor): boolean {
  const line = readDigits(bytes, cursor);
  if (line === noDigits || line > plainLine || bytes[cursor.at++] !== comma) return false;
  const hits = readDigits(bytes, cursor);
  if (hits === noDigits) return false;
  if (bytes[cursor.at] === comma) cursor.at = bytes.indexOf(lineFeed, cursor.at);
  if (!atLineEnd(bytes, cursor)) return false;
  state.record.addLine(file, line, hits);
  return true;
}

/** `BRDA:line,block,branch,taken`, all of them plain numbers, or `-` for what was never reached. */
function readBranch({ state, file }: Place, bytes: Uint8Array, cursor: ByteCursor): boolean {
  const line = readDigits(bytes, cursor);
  if (line === noDigits || line > plainLine || bytes[cursor.at++] !== comma) return false;
  const block = readDigits(bytes, cursor);
  if (bytes[cursor.at++] !== comma) return false;
  const branch = readDigits(bytes, cursor);
  if (bytes[cursor.at++] !== comma) return false;
  const id = branchId(block, branch);
  if (id === null) return false;
  const never = bytes[cursor.at] === dash;
  if (never) cursor.at += 1;
  const taken = never ? 0 : readDigits(bytes, cursor);
  if (taken === noDigits || !atLineEnd(bytes, cursor)) return false;
  state.record.addBranch(file, branchKey(line, id), taken > 0);
  return true;
}

/** `FN:start,name` or `FN:start,end,name`. */
function readFunction({ state, file }: Place, bytes: Uint8Array, cursor: ByteCursor): boolean {
  if (readDigits(bytes, cursor) === noDigits || bytes[cursor.at++] !== comma) return false;
  const start = cursor.at;
  if (readDigits(bytes, cursor) === noDigits || bytes[cursor.at] !== comma) cursor.at = start;
  else cursor.at += 1;
  return readName({ state, file, hit: false }, bytes, cursor);
}

function readFunctionHits({ state, file }: Place, bytes: Uint8Array, cursor: ByteCursor): boolean {
  const hits = readDigits(bytes, cursor);
  if (hits === noDigits || bytes[cursor.at++] !== comma) return false;
  return readName({ state, file, hit: hits > 0 }, bytes, cursor);
}

function readName({ state, file, hit }: Place & { readonly hit: boolean }, bytes: Uint8Array, cursor: ByteCursor): boolean {
  const start = cursor.at;
  let end = start;
  while (bytes[end] !== lineFeed) end += 1;
  cursor.at = end + 1;
  // White space at either end, which a text would lose.
  if ((bytes[start] ?? 0) <= 0x20) return false;
  while ((bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  state.record.addFunction(file, state.record.functionOf(bytes, start, end), hit);
  return true;
}

function readSum({ state, place }: { readonly state: LcovState; readonly place: number }, bytes: Uint8Array, cursor: ByteCursor): boolean {
  const value = readDigits(bytes, cursor);
  if (value === noDigits || value > plainLine || !atLineEnd(bytes, cursor)) return false;
  declareSum(state, place, { value, line: state.line });
  return true;
}
