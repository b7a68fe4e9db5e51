import { keyBuffer, lineBuffer } from '../../coverage/hits-buffer.ts';
import { addPart } from '../../coverage/sorted-parts.ts';
import { nameTable } from '../../input/name-table.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { keyParts, lineParts } from './lcov-file.ts';
import type { LcovFile } from './lcov-file.ts';

/** Where the entries of the open record go; its buffers serve all records of a report. */
export interface LcovRecord {
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
const mostBlocks = 2 ** 14;
const mostBranches = 2 ** 6;

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
  const [lines, branches, functions, names, texts] = [lineBuffer(), keyBuffer(), keyBuffer(), nameTable(), nameTable()];
  const closeLines = (file: LcovFile): void => {
    const part = lines.take();
    if (part) addPart(file.lines, part, lineParts);
  };
  const closeBranches = (file: LcovFile): void => {
    const part = branches.take();
    if (part) addPart(file.branches, part, keyParts);
  };
  const closeFunctions = (file: LcovFile): void => {
    const part = functions.take();
    if (part) addPart(file.functions, part, keyParts);
  };
  return {
    addLine(file, line, hits) {
      if (lines.add(line, hits)) closeLines(file);
    },
    addBranch(file, key, hit) {
      if (branches.add(key, hit)) closeBranches(file);
    },
    addFunction(file, id, hit) {
      if (functions.add(id, hit)) closeFunctions(file);
    },
    functionOf: names.numberOf,
    branchOf: (text) => texts.numberOf(text, 0, text.length),
    close(file) {
      closeLines(file);
      closeBranches(file);
      closeFunctions(file);
    },
  };
}
