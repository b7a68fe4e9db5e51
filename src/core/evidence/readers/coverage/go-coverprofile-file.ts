import { blockSize, countStatements, sortStatements, uniteStatements } from '../../coverage/statement-hits.ts';
import type { StatementHits } from '../../coverage/statement-hits.ts';
import { addPart, unitedParts } from '../../coverage/sorted-parts.ts';
import type { LineHits } from '../../coverage/line-hits.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';

/** A Go file of a profile; what several test binaries say of it stands in parts. */
export interface GoFile {
  readonly path: string;
  readonly parts: StatementHits[];
}

/** Adds blocks in any order; `blocks` may be used again afterwards. */
export function addBlocks(file: GoFile, blocks: Uint32Array): void {
  if (blocks.length > 0) addPart(file.parts, sortStatements(blocks, disagreement(file)), uniting(file));
}

/** `lines` counts down what the blocks of a whole report may claim: nested ones could name more lines than fit anywhere. */
export function finishGoFile(file: GoFile, lines: { left: number }): FileCoverage {
  const statements = unitedParts(file.parts, uniting(file)) ?? new Uint32Array(0);
  for (let at = 0; at < statements.length; at += blockSize) lines.left -= (statements[at + 2] ?? 0) - (statements[at] ?? 0) + 1;
  if (lines.left < 0) throw new ReportProblem(`its blocks claim more lines than any product has (${file.path})`);
  return {
    path: file.path,
    lines: linesOf(statements),
    statements,
    totals: { lines: null, branches: null, functions: null, statements: countStatements(statements), instructions: null },
  };
}

function uniting(file: GoFile) {
  return { size: (part: StatementHits) => part.length, unite: (a: StatementHits, b: StatementHits) => uniteStatements(a, b, disagreement(file)) };
}

/** `go tool cover` refuses these too: the profile is of two states of the source. */
function disagreement(file: GoFile) {
  return (blocks: StatementHits, at: number): never => {
    const [line, column] = blocks.subarray(at, at + 2);
    throw new ReportProblem(`${file.path}:${line}.${column} is given with two numbers of statements; the profiles are of different sources`);
  };
}

/** Lines that the blocks touch; one in several blocks ran as often as the busiest of them. */
function linesOf(statements: StatementHits): LineHits {
  let claimed = 0;
  for (let at = 0; at < statements.length; at += blockSize) claimed += (statements[at + 2] ?? 0) - (statements[at] ?? 0) + 1;
  const numbers = new Uint32Array(claimed);
  const hits = new Uint32Array(claimed);
  let length = 0;
  for (let at = 0; at < statements.length; at += blockSize) {
    const [start = 0, end = 0, count = 0] = [statements[at], statements[at + 2], statements[at + 5]];
    const last = length === 0 ? -1 : (numbers[length - 1] ?? 0);
    // Blocks ascend, so the lines that this one shares with earlier ones are the last of them, without gaps.
    for (let line = start; line <= Math.min(end, last); line += 1) {
      const shared = length - 1 - (last - line);
      if ((hits[shared] ?? 0) < count) hits[shared] = count;
    }
    for (let line = Math.max(start, last + 1); line <= end; line += 1) {
      numbers[length] = line;
      hits[length++] = count;
    }
  }
  return { numbers: numbers.slice(0, length), hits: hits.slice(0, length) };
}
