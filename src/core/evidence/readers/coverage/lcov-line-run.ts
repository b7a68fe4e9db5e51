import { digitsOf, valueOf, zeros } from '../../input/digit-word.ts';
import type { LcovBlock } from './lcov-block.ts';
import type { LcovState } from './lcov-state.ts';

const key = 0x3a4144; // "DA:"
const [comma, lineFeed, carriageReturn, zero] = [0x2c, 0x0a, 0x0d, 0x30];
/** A number below it takes one more digit and still fits. */
const most = 100_000_000;

/**
 * Reads `DA:line,hits` and all such lines that follow, perhaps with checksums, if they are written as tools write them.
 * Gives the beginning of the first that is not: it is for `readEntry`. One loop without a call, as this is most of a tracefile.
 */
export function readLineRun(state: LcovState, { view, stop }: LcovBlock, from: number): number {
  if (!state.current) return from;
  state.record.roomFor.line(state.current);
  const slab = state.record.lines;
  const { numbers, hits, limit, end: first } = slab;
  let { end: length, last, ascending, covered } = slab;
  let begin = from;
  while (begin < stop && length < limit && (view.getInt32(begin, true) & 0xffffff) === key) {
    const lineWord = view.getInt32(begin + 3, true) ^ zeros;
    const lineDigits = digitsOf(lineWord);
    let line = valueOf(lineWord, lineDigits);
    let at = begin + 3 + lineDigits;
    let byte = view.getUint8(at++);
    for (; byte >= zero && byte <= zero + 9 && line < most; byte = view.getUint8(at++)) line = line * 10 + byte - zero;
    if (byte !== comma || lineDigits === 0) break;
    const hitsWord = view.getInt32(at, true) ^ zeros;
    const hitsDigits = digitsOf(hitsWord);
    let count = valueOf(hitsWord, hitsDigits);
    at += hitsDigits;
    byte = view.getUint8(at++);
    for (; byte >= zero && byte <= zero + 9 && count < most; byte = view.getUint8(at++)) count = count * 10 + byte - zero;
    if (hitsDigits === 0) break;
    if (byte === comma) while (byte !== lineFeed) byte = view.getUint8(at++);
    else if (byte === carriageReturn) byte = view.getUint8(at++);
    if (byte !== lineFeed) break;
    if (line <= last) ascending = false;
    last = line;
    numbers[length] = line;
    hits[length++] = count;
    if (count > 0) covered += 1;
    begin = at;
  }
  state.line += length - first;
  slab.end = length;
  slab.last = last;
  slab.ascending = ascending;
  slab.covered = covered;
  return begin;
}
