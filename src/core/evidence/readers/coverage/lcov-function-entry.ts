import { noDigits, readDigits } from '../../input/read-digits.ts';
import type { ByteCursor } from '../../input/read-digits.ts';
import type { LcovFile } from './lcov-file.ts';
import type { LcovState } from './lcov-state.ts';

const [comma, lineFeed] = [0x2c, 0x0a];
const noName = -1;

/** `FN:start,name` or `FN:start,end,name`. */
export function readFunction(file: LcovFile, state: LcovState, cursor: ByteCursor): boolean {
  if (readDigits(cursor) === noDigits || cursor.bytes[cursor.at++] !== comma) return false;
  const start = cursor.at;
  if (readDigits(cursor) === noDigits || cursor.bytes[cursor.at] !== comma) cursor.at = start;
  else cursor.at += 1;
  const name = readName(state, cursor);
  if (name === noName) return false;
  state.record.addFunction(file, name, false);
  return true;
}

/** `FNDA:hits,name`. */
export function readFunctionHits(file: LcovFile, state: LcovState, cursor: ByteCursor): boolean {
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
