import { atLineEnd, noDigits, readDigits } from '../../input/read-digits.ts';
import type { ByteCursor } from '../../input/read-digits.ts';
import { readFunction, readFunctionHits } from './lcov-function-entry.ts';
import { declareSum, endRecord, openRecord } from './lcov-state.ts';
import type { LcovState } from './lcov-state.ts';

// The letters that a tracefile's keys are made of.
const [A, B, D, F, H, L, N, R, S, T] = [0x41, 0x42, 0x44, 0x46, 0x48, 0x4c, 0x4e, 0x52, 0x53, 0x54];
const [colon, lineFeed] = [0x3a, 0x0a];
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
// Sums of so many digits are below 2^31, and need no further look.
const plainSum = 999_999_999;
const endOfRecord = new TextEncoder().encode('end_of_record\n');

/**
 * Reads an entry of those that seldom come in runs without making text of it, if it is written as tools write it, and moves
 * the cursor behind its line. False, and nothing has been counted, for all others: they are for `readEntry`. The cursor is
 * then anywhere.
 */
export function readPlainEntry(state: LcovState, cursor: ByteCursor): boolean {
  const { bytes, at } = cursor;
  const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (third === colon && second === F && first === S) return readFile(state, cursor);
  if (third === colon && second === N && first === T) return bytes[at + 3] === lineFeed && passLine(cursor);
  if (!state.current) return false;
  if (third === colon) {
    cursor.at = at + 3;
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
  if (first === endOfRecord[0]) return readEnd(state, cursor);
  if (bytes[at + 4] !== colon || third !== D || bytes[at + 3] !== A || first !== F || second !== N) return false;
  cursor.at = at + 5;
  return readFunctionHits(state.current, state, cursor);
}

/** `SF:path`, unless white space is at either end, or a character that may be one. */
function readFile(state: LcovState, cursor: ByteCursor): boolean {
  const { bytes, at } = cursor;
  const end = bytes.indexOf(lineFeed, at);
  if (!isGraphic(bytes[at + 3]) || !isGraphic(bytes[end - 1])) return false;
  cursor.at = end + 1;
  openRecord(state, decoder.decode(bytes.subarray(at + 3, end)));
  return true;
}

function isGraphic(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x20 && byte < 0x7f;
}

function passLine(cursor: ByteCursor): boolean {
  cursor.at = cursor.bytes.indexOf(lineFeed, cursor.at) + 1;
  return true;
}

function readEnd(state: LcovState, cursor: ByteCursor): boolean {
  for (const byte of endOfRecord) if (cursor.bytes[cursor.at++] !== byte) return false;
  endRecord(state);
  return true;
}

function readSum(place: number, state: LcovState, cursor: ByteCursor): boolean {
  const value = readDigits(cursor);
  if (value === noDigits || value > plainSum || !atLineEnd(cursor)) return false;
  declareSum(state, place, value);
  return true;
}
