import { addKey, keySlab, roomForKey, takeKeys, uniteKeyParts } from '../../coverage/key-slab.ts';
import type { KeySlab } from '../../coverage/key-slab.ts';
import { addLine, lineSlab, roomForLine, takeLines, uniteLineParts } from '../../coverage/line-slab.ts';
import type { LineSlab } from '../../coverage/line-slab.ts';
import { addPart } from '../../coverage/sorted-parts.ts';
import type { Uniting } from '../../coverage/sorted-parts.ts';
import { nameTable } from '../../input/name-table.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { LcovFile } from './lcov-file.ts';

/** Where the entries of the open record go; its memory serves all records of a report. */
export interface LcovRecord {
  /** The three that a loop may write into, behind a call of `roomFor`. */
  readonly lines: LineSlab;
  readonly branches: KeySlab;
  readonly functions: KeySlab;
  readonly roomFor: Readonly<Record<'line' | 'branch' | 'function', (file: LcovFile) => void>>;
  addLine(file: LcovFile, line: number, hits: number): void;
  /** `key` from `branchKey`. */
  addBranch(file: LcovFile, key: number, hit: boolean): void;
  /** `id` is what `functionOf` gives, or an index of `FNL` through `aliasGroup`. */
  addFunction(file: LcovFile, id: number, hit: boolean): void;
  functionOf(bytes: Uint8Array, start: number, end: number): number;
  /** The number of a branch's text, for `branchTextId`. */
  branchOf(text: Uint8Array): number;
  /** Gives what is collected to the file. */
  close(file: LcovFile): void;
}

// A branch is line * 2^21 + id, below 2^52: half of the ids are small pairs of block and branch, the others are texts.
const ids = 2 ** 21;
const mostTexts = 2 ** 20;
export const mostBlocks = 2 ** 14;
export const mostBranches = 2 ** 6;

export function branchKey(line: number, id: number): number {
  return line * ids + id;
}

/** The id of a pair of small numbers; null where they are not small. */
export function branchId(block: number, branch: number): number | null {
  return block >= 0 && branch >= 0 && block < mostBlocks && branch < mostBranches ? block * mostBranches + branch : null;
}

/** The id of a branch by the number of its text (`e0,1`, or an expression of lcov 2). */
export function branchTextId(name: number, line: number): number {
  if (name >= mostTexts) throw new ReportProblem(`more than ${mostTexts} different names of branches`, line);
  return mostTexts + name;
}

/** Functions of lcov 2.2 are told apart by their index: a function may have many names. */
export function aliasGroup(index: number): number {
  return 2 ** 40 + index;
}

export function lcovRecord(): LcovRecord {
  const [lines, branches, functions, names, texts] = [lineSlab(), keySlab(), keySlab(), nameTable(), nameTable()];
  const roomFor = {
    line: (file: LcovFile) => void (file.lines = withPart(file.lines, roomForLine(lines), uniteLineParts)),
    branch: (file: LcovFile) => void (file.branches = withPart(file.branches, roomForKey(branches), uniteKeyParts)),
    function: (file: LcovFile) => void (file.functions = withPart(file.functions, roomForKey(functions), uniteKeyParts)),
  };
  return {
    lines,
    branches,
    functions,
    roomFor,
    addLine(file, line, hits) {
      roomFor.line(file);
      addLine(lines, line, hits);
    },
    addBranch(file, key, hit) {
      roomFor.branch(file);
      addKey(branches, key, hit);
    },
    addFunction(file, id, hit) {
      roomFor.function(file);
      addKey(functions, id, hit);
    },
    functionOf: names.numberOf,
    branchOf: (text) => texts.numberOf(text, 0, text.length),
    close(file) {
      file.lines = withPart(file.lines, takeLines(lines), uniteLineParts);
      file.branches = withPart(file.branches, takeKeys(branches), uniteKeyParts);
      file.functions = withPart(file.functions, takeKeys(functions), uniteKeyParts);
    },
  };
}

/** A list grows in steps of many places, and most files have one part: it is made with that. */
function withPart<Part>(parts: Part[] | null, part: Part | null, uniting: Uniting<Part>): Part[] | null {
  if (!part) return parts;
  if (!parts) return [part];
  addPart(parts, part, uniting);
  return parts;
}
