import { sumCounts } from '../../coverage/count.ts';
import { lineBlockSink } from '../../input/line-block-sink.ts';
import type { ByteCursor } from '../../input/read-digits.ts';
import type { CoverageTotals, FileCoverage } from '../../report.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { finalNewline } from './final-newline.ts';
import { lcovBlock } from './lcov-block.ts';
import type { LcovBlock } from './lcov-block.ts';
import { readBranchRun } from './lcov-branch-run.ts';
import { readEntry } from './lcov-entry.ts';
import { finishLcovFile } from './lcov-file.ts';
import { readLineRun } from './lcov-line-run.ts';
import { readPlainEntry } from './lcov-plain-entry.ts';
import { endRecords, lcovState } from './lcov-state.ts';
import type { LcovState } from './lcov-state.ts';

/**
 * Tracefiles of lcov 1 and 2 (`man geninfo`) and of the many tools that write them: nyc, c8, Jest, Vitest, coverage.py,
 * gcovr, llvm-cov, coverlet, Flutter, solidity-coverage. Lines are those of `DA`, branches of `BRDA` (a `-` is one that was
 * never reached), functions of `FN`, `FNDA` and, since lcov 2.2, `FNL` and `FNA`. Records of one file add up. A
 * last record that is open is a cut file, save where the writer closes none.
 */
export const lcovReader: StreamReader = { format: 'lcov', kind: 'coverage', recognises: ({ text }) => beginsTracefile(text), open: openLcov };

// C++ names reach some ten thousand characters.
const longestLine = 1 << 20;

/** Its first line that says anything is `SF:`, or `TN:` with an `SF:` or nothing after it. */
function beginsTracefile(text: string): boolean {
  // Line by line: one expression over comments and line ends could be made to try for ever.
  let named = false;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SF:')) return true;
    if (!line.startsWith('TN:')) return false;
    named = true;
  }
  return named;
}

function openLcov(): ReportSink {
  const state = lcovState();
  const blocks = lineBlockSink(readLines(state), { longest: longestLine, lines: () => state.line });
  const lines = finalNewline(blocks, state.flags.add);
  return {
    push: lines.push,
    end() {
      lines.end();
      endRecords(state);
      return finish(state);
    },
  };
}

function readLines(state: LcovState): (bytes: Uint8Array, start: number, end: number) => void {
  const cursor: ByteCursor = { bytes: new Uint8Array(0), at: 0 };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (bytes, start, end) => {
    const block = lcovBlock(bytes, end);
    [cursor.bytes, cursor.at] = [bytes, start];
    while (cursor.at < end) {
      const begin = cursor.at;
      cursor.at = readRun(state, block, begin);
      if (cursor.at > begin) continue;
      state.line += 1;
      if (readPlainEntry(state, cursor)) continue;
      cursor.at = bytes.indexOf(0x0a, begin) + 1;
      readEntry(state, decoder.decode(bytes.subarray(begin, cursor.at)));
    }
  };
}

/** Reads the lines from a place on that are of the kinds which come in long runs; gives where they end. */
function readRun(state: LcovState, block: LcovBlock, at: number): number {
  if (at >= block.stop) return at;
  const first = block.bytes[at];
  if (first === 0x44) return readLineRun(state, block, at);
  return first === 0x42 ? readBranchRun(state, block, at) : at;
}

function finish(state: LcovState): ReportBody {
  const files = [...state.files.values()].map((file) => finishLcovFile(file, state.flags));
  const totals = totalsOf(files);
  const outcome = totals.lines && totals.lines.total > 0 ? 'ok' : 'empty';
  return { kind: 'coverage', outcome, totals, files, flags: state.flags.list() };
}

function totalsOf(files: readonly FileCoverage[]): CoverageTotals {
  return {
    lines: sumCounts(files.map((file) => file.totals.lines)) ?? { covered: 0, total: 0 },
    branches: sumCounts(files.map((file) => file.totals.branches)),
    functions: sumCounts(files.map((file) => file.totals.functions)),
    statements: null,
    instructions: null,
    files: files.length,
  };
}
