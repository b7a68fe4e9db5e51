import { digitsOf, valueOf, zeros } from '../../input/digit-word.ts';
import type { LcovBlock } from './lcov-block.ts';
import { branchKey, mostBlocks, mostBranches } from './lcov-record.ts';
import type { LcovState } from './lcov-state.ts';

const key = 0x41445242; // "BRDA"
const [colon, comma, dash, lineFeed, carriageReturn, zero] = [0x3a, 0x2c, 0x2d, 0x0a, 0x0d, 0x30];
/** A number below it takes one more digit and still fits. */
const most = 100_000_000;

/**
 * Reads `BRDA:line,block,branch,taken` and all such lines that follow, all of them plain numbers, or `-` for what was never
 * reached. Gives the beginning of the first that is otherwise: it is for `readEntry`.
 */
export function readBranchRun(state: LcovState, { view, stop }: LcovBlock, from: number): number {
  if (!state.current) return from;
  state.record.roomFor.branch(state.current);
  const slab = state.record.branches;
  const { entries, limit, end: first } = slab;
  let { end: length, last, ascending, covered } = slab;
  let begin = from;
  while (begin < stop && length < limit && view.getInt32(begin, true) === key && view.getUint8(begin + 4) === colon) {
    const lineWord = view.getInt32(begin + 5, true) ^ zeros;
    const lineDigits = digitsOf(lineWord);
    let line = valueOf(lineWord, lineDigits);
    let at = begin + 5 + lineDigits;
    let byte = view.getUint8(at++);
    for (; byte >= zero && byte <= zero + 9 && line < most; byte = view.getUint8(at++)) line = line * 10 + byte - zero;
    if (byte !== comma || lineDigits === 0) break;
    let [block, start] = [0, at];
    for (byte = view.getUint8(at++); byte >= zero && byte <= zero + 9 && block < most; byte = view.getUint8(at++)) block = block * 10 + byte - zero;
    if (byte !== comma || at === start + 1 || block >= mostBlocks) break;
    let branch = 0;
    start = at;
    for (byte = view.getUint8(at++); byte >= zero && byte <= zero + 9 && branch < most; byte = view.getUint8(at++)) branch = branch * 10 + byte - zero;
    if (byte !== comma || at === start + 1 || branch >= mostBranches) break;
    const takenWord = view.getInt32(at, true) ^ zeros;
    const takenDigits = digitsOf(takenWord);
    let taken = valueOf(takenWord, takenDigits);
    at += takenDigits;
    byte = view.getUint8(at++);
    if (takenDigits === 0) {
      if (byte !== dash) break;
      taken = 0;
      byte = view.getUint8(at++);
    } else for (; byte >= zero && byte <= zero + 9 && taken < most; byte = view.getUint8(at++)) taken = taken * 10 + byte - zero;
    if (byte === carriageReturn) byte = view.getUint8(at++);
    if (byte !== lineFeed) break;
    const branchNumber = branchKey(line, block * mostBranches + branch);
    if (branchNumber <= last) ascending = false;
    last = branchNumber;
    entries[length++] = 2 * branchNumber + (taken > 0 ? 1 : 0);
    if (taken > 0) covered += 1;
    begin = at;
  }
  state.line += length - first;
  slab.end = length;
  slab.last = last;
  slab.ascending = ascending;
  slab.covered = covered;
  return begin;
}
