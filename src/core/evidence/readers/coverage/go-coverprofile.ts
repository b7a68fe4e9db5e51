import { sumCounts } from '../../coverage/count.ts';
import { blockSize } from '../../coverage/statement-hits.ts';
import { lineBlockSink } from '../../input/line-block-sink.ts';
import { parseWhole } from '../../input/parse-figure.ts';
import { atLineEnd, noDigits, readDigits } from '../../input/read-digits.ts';
import type { ByteCursor } from '../../input/read-digits.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { finalNewline } from './final-newline.ts';
import { addBlocks, finishGoFile } from './go-coverprofile-file.ts';
import type { GoFile } from './go-coverprofile-file.ts';

/**
 * Profiles of `go test -coverprofile` and `go tool covdata textfmt`, as golang.org/x/tools/cover reads them: a block a line,
 * `file:line.column,line.column statements count`. The headline is statements: those of blocks that ran. Equal blocks, which
 * `-coverpkg` and concatenated profiles repeat, are one. Lines are those that blocks touch, and have no total.
 */
export const goCoverprofileReader: StreamReader = {
  format: 'go-coverprofile',
  kind: 'coverage',
  recognises: ({ text }) => /^mode:\s*(set|count|atomic)\s*$/m.test(firstLine(text)) || blockLine.test(firstLine(text)),
  open: openProfile,
};

const blockLine = /^([^\t:][^\t]*):(\d{1,10})\.(\d{1,10}),(\d{1,10})\.(\d{1,10}) (\d{1,10}) (\d{1,20})$/;
const longestLine = 1 << 16;
const mostLines = 1 << 26;
const mostBlocks = 1 << 14;
const mostHits = 2 ** 32 - 1;
const [dot, comma, space, colon] = [0x2e, 0x2c, 0x20, 0x3a];

function firstLine(text: string): string {
  return text.slice(0, longestLine).split('\n', 1)[0]?.trim() ?? '';
}

interface ProfileState {
  readonly files: Map<string, GoFile>;
  readonly flags: string[];
  /** Blocks of the current file that are not in it yet. */
  readonly blocks: Uint32Array;
  length: number;
  current: GoFile | null;
  /** The current file's path and its colon, as they stand before each of its blocks. */
  prefix: Uint8Array;
  line: number;
}

function openProfile(): ReportSink {
  const blocks = new Uint32Array(mostBlocks * blockSize);
  const state: ProfileState = { files: new Map(), flags: [], blocks, length: 0, current: null, prefix: new Uint8Array(0), line: 0 };
  const cut = lineBlockSink(readLines(state), { longest: longestLine, lines: () => state.line });
  const lines = finalNewline(cut, (flag) => state.flags.push(flag));
  return {
    push: lines.push,
    end() {
      lines.end();
      flush(state);
      return finish(state);
    },
  };
}

function readLines(state: ProfileState): (bytes: Uint8Array, start: number, end: number) => void {
  const cursor: ByteCursor = { bytes: new Uint8Array(0), at: 0 };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (bytes, start, end) => {
    [cursor.bytes, cursor.at] = [bytes, start];
    while (cursor.at < end) {
      const begin = cursor.at;
      state.line += 1;
      if (readPlainBlock(state, cursor)) continue;
      cursor.at = bytes.indexOf(0x0a, begin) + 1;
      readLine(state, decoder.decode(bytes.subarray(begin, cursor.at)).trim());
    }
  };
}

/** Reads a block of the current file without making text of it; false for every other line. */
function readPlainBlock(state: ProfileState, cursor: ByteCursor): boolean {
  const { prefix, blocks, length } = state;
  const { bytes, at } = cursor;
  // From its end on: neighbouring files differ there.
  for (let index = prefix.length - 1; index >= 0; index -= 1) if (bytes[at + index] !== prefix[index]) return false;
  if (prefix.length === 0) return false;
  cursor.at = at + prefix.length;
  const startLine = readDigits(cursor);
  if (bytes[cursor.at++] !== dot) return false;
  const startColumn = readDigits(cursor);
  if (bytes[cursor.at++] !== comma) return false;
  const endLine = readDigits(cursor);
  if (bytes[cursor.at++] !== dot) return false;
  const endColumn = readDigits(cursor);
  if (bytes[cursor.at++] !== space) return false;
  const statements = readDigits(cursor);
  if (bytes[cursor.at++] !== space) return false;
  const count = readDigits(cursor);
  if (!isPlain(startLine) || !isPlain(startColumn) || !isPlain(endLine) || !isPlain(endColumn) || !isPlain(statements)) return false;
  if (count === noDigits || endLine < startLine || !atLineEnd(cursor)) return false;
  blocks[length] = startLine;
  blocks[length + 1] = startColumn;
  blocks[length + 2] = endLine;
  blocks[length + 3] = endColumn;
  blocks[length + 4] = statements;
  blocks[length + 5] = count < mostHits ? count : mostHits;
  state.length = length + blockSize;
  if (state.length === blocks.length) flush(state);
  return true;
}

function isPlain(figure: number): boolean {
  return figure !== noDigits && figure <= 999_999_999;
}

/** Reads any line as text: the first of a file, `mode:`, and what is wrong. */
function readLine(state: ProfileState, line: string): void {
  if (line === '') return;
  if (line.startsWith('mode:')) {
    if (!/^mode:\s*(set|count|atomic)$/.test(line))
      throw new ReportProblem(`${JSON.stringify(line.slice(0, 40))} is no mode; expected set, count or atomic`, state.line);
    return;
  }
  const match = blockLine.exec(line);
  if (!match) throw new ReportProblem(`${JSON.stringify(line.slice(0, 80))} is no block of a Go coverage profile`, state.line);
  const [, path = '', ...figures] = match;
  openFile(state, path);
  const names = ['start line', 'start column', 'end line', 'end column', 'number of statements'];
  const places = names.map((what, index) => parseWhole(figures[index], { what: `${what} of a block`, line: state.line }));
  const [startLine = 0, , endLine = 0] = places;
  if (endLine < startLine) throw new ReportProblem(`a block ends at line ${endLine}, before its start at ${startLine}`, state.line);
  state.blocks.set([...places, Math.min(Number(figures[5]), mostHits)], state.length);
  state.length += blockSize;
  if (state.length === state.blocks.length) flush(state);
}

function openFile(state: ProfileState, path: string): void {
  if (state.current?.path === path) return;
  flush(state);
  const file = state.files.get(path) ?? { path, parts: [] };
  state.files.set(path, file);
  state.current = file;
  state.prefix = new TextEncoder().encode(`${path}${String.fromCharCode(colon)}`);
}

function flush(state: ProfileState): void {
  if (state.current) addBlocks(state.current, state.blocks.subarray(0, state.length));
  state.length = 0;
}

function finish(state: ProfileState): ReportBody {
  const lines = { left: mostLines };
  const files = [...state.files.values()].map((file) => finishGoFile(file, lines));
  const statements = sumCounts(files.map((file) => file.totals.statements));
  const totals = { lines: null, branches: null, functions: null, statements, instructions: null, files: files.length };
  return { kind: 'coverage', outcome: statements && statements.total > 0 ? 'ok' : 'empty', totals, files, flags: state.flags };
}
