import { someCount } from '../../coverage/count.ts';
import { countLines, noLines, packLines } from '../../coverage/line-hits.ts';
import type { LineHits } from '../../coverage/line-hits.ts';
import { blockSize, sortStatements } from '../../coverage/statement-hits.ts';
import { isObject, listOf, memberOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { Count, FileCoverage } from '../../report.ts';

// A column that is not known (JSON has no Infinity: istanbul writes null) is the line's end.
const lineEnd = 2 ** 32 - 1;
const mostHits = 2 ** 32 - 1;
const mostLine = 2 ** 31 - 1;

/** One file's counters, summed up as istanbul-lib-coverage's `FileCoverage.toSummary` does. */
export function readIstanbulFile(path: string, entry: unknown, line: number): FileCoverage {
  // Older versions wrote the object that holds the counters and not the counters.
  const counters = isObject(memberOf(entry, 'data')) ? memberOf(entry, 'data') : entry;
  const found = { path, line };
  const statements = hitsOf(counters, 's', found);
  if (!statements) throw new ReportProblem(`${path} has no statement counters ("s"); it is no istanbul coverage`, line);
  const functions = hitsOf(counters, 'f', found);
  const places = placesOf(statements, memberOf(counters, 'statementMap'), found);
  // Without the place of each statement nobody knows how many lines there are, nor which of them did not run.
  const lines = places.length === statements.size * blockSize ? linesOf(places) : noLines;
  const packed = sortStatements(places);
  return {
    path,
    lines,
    // Equal places for two statements would unite into one: then only the sum is right.
    ...(packed.length === statements.size * blockSize ? { statements: packed } : {}),
    totals: {
      lines: someCount(countLines(lines)),
      statements: someCount(countHits(statements.values())),
      functions: functions && someCount(countHits(functions.values())),
      branches: countBranches(counters, found),
      instructions: null,
    },
  };
}

interface Found {
  readonly path: string;
  readonly line: number;
}

function hitsOf(counters: unknown, name: string, found: Found): Map<string, number> | null {
  const member = memberOf(counters, name);
  if (member === undefined) return null;
  if (!isObject(member)) throw new ReportProblem(`"${name}" of ${found.path} is no object`, found.line);
  return new Map(Object.entries(member).map(([id, hits]) => [id, checkHits(hits, name, found)]));
}

function checkHits(hits: unknown, name: string, found: Found): number {
  if (typeof hits === 'number' && hits >= 0) return hits;
  throw new ReportProblem(`a counter in "${name}" of ${found.path} is ${JSON.stringify(hits)?.slice(0, 40)}; expected a number from 0 up`, found.line);
}

function countHits(hits: Iterable<number>): Count {
  const count = { covered: 0, total: 0 };
  for (const value of hits) {
    count.total += 1;
    if (value > 0) count.covered += 1;
  }
  return count;
}

/** Each path of a branch counts; one without a place (an `else` that is not written) too. */
function countBranches(counters: unknown, found: Found): Count | null {
  const branches = memberOf(counters, 'b');
  if (branches === undefined) return null;
  if (!isObject(branches)) throw new ReportProblem(`"b" of ${found.path} is no object`, found.line);
  const paths = Object.values(branches).flatMap((hits) => {
    if (!Array.isArray(hits)) throw new ReportProblem(`a branch in "b" of ${found.path} is no list`, found.line);
    return listOf(hits).map((value) => checkHits(value, 'b', found));
  });
  return someCount(countHits(paths));
}

/** Statement counters with their places, six numbers each as in `StatementHits`; those without a place have no line. */
function placesOf(statements: ReadonlyMap<string, number>, map: unknown, found: Found): Uint32Array {
  const places = new Uint32Array(statements.size * blockSize);
  let length = 0;
  for (const [id, hits] of statements) {
    const place = memberOf(map, id);
    if (!isObject(place)) continue;
    const [start, end] = [memberOf(place, 'start'), memberOf(place, 'end')];
    const startLine = lineOf(start);
    if (startLine === null) throw new ReportProblem(`statement ${id.slice(0, 40)} of ${found.path} has no line`, found.line);
    places.set([startLine, columnOf(start, 0), lineOf(end) ?? startLine, columnOf(end, lineEnd), 1, Math.min(Math.ceil(hits), mostHits)], length);
    length += blockSize;
  }
  return places.subarray(0, length);
}

function lineOf(position: unknown): number | null {
  const line = memberOf(position, 'line');
  return typeof line === 'number' && Number.isInteger(line) && line >= 0 && line <= mostLine ? line : null;
}

function columnOf(position: unknown, missing: number): number {
  const column = memberOf(position, 'column');
  return typeof column === 'number' && Number.isInteger(column) && column >= 0 && column <= lineEnd ? column : missing;
}

/** A line ran as often as the busiest of the statements that begin on it. */
function linesOf(places: Uint32Array): LineHits {
  const lines = new Map<number, number>();
  for (let at = 0; at < places.length; at += blockSize) {
    const [line = 0, hits = 0] = [places[at], places[at + 5]];
    lines.set(line, Math.max(lines.get(line) ?? 0, hits));
  }
  return packLines(lines);
}

/** True for what looks like a file's counters, perhaps cut short. */
export function isIstanbulFile(value: unknown): value is JsonObject {
  const counters = isObject(memberOf(value, 'data')) ? memberOf(value, 'data') : value;
  const members = ['statementMap', 'fnMap', 'branchMap', 's', 'f', 'b'].filter((name) => isObject(memberOf(counters, name))).length;
  return members >= 2 || (members === 1 && typeof memberOf(counters, 'path') === 'string');
}
