import { jsonHits, jsonWhole } from '../../input/json-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';

/** A place where the count of the code changes: `[line, column, count, hasCount, isRegionEntry, isGapRegion?]`. */
interface Segment {
  readonly line: number;
  readonly count: number;
  readonly hasCount: boolean;
  readonly isRegionEntry: boolean;
  readonly isGapRegion: boolean;
}

// A region reaches from its segment to the next: a hostile file could claim two thousand million lines with two of them.
const mostLines = 5_000_000;

/** Lines and hits of a file's segments, by the rules of LLVM's `LineCoverageStats` (`CoverageMapping.cpp`). */
export function llvmLines(value: unknown, path: string): (readonly [line: number, hits: number])[] {
  if (!Array.isArray(value)) throw new ReportProblem(`the segments of ${path} are no list`);
  const segments = value.map((segment: unknown) => segmentOf(segment, path));
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) return [];
  if (last.line - first.line > mostLines) throw new ReportProblem(`the segments of ${path} span more than ${mostLines} lines`);
  const lines: (readonly [number, number])[] = [];
  let wrapped: Segment | null = null;
  let next = 0;
  for (let line = first.line; next < segments.length; line += 1) {
    const own: Segment[] = [];
    for (let segment = segments[next]; segment?.line === line; segment = segments[++next]) own.push(segment);
    const hits = hitsOf(own, wrapped);
    if (hits !== null) lines.push([line, hits]);
    wrapped = own.at(-1) ?? wrapped;
  }
  return lines;
}

/** The hits of one line; null when no code maps to it. `wrapped` is the segment that reaches into it from above. */
function hitsOf(own: readonly Segment[], wrapped: Segment | null): number | null {
  const starts = own.filter((segment) => segment.isRegionEntry && segment.hasCount);
  const skipped = own[0] !== undefined && !own[0].hasCount && own[0].isRegionEntry;
  if (starts.length === 0 && (skipped || !wrapped?.hasCount)) return null;
  return Math.max(wrapped?.hasCount ? wrapped.count : 0, ...starts.filter((segment) => !segment.isGapRegion).map((segment) => segment.count));
}

function segmentOf(value: unknown, path: string): Segment {
  if (!Array.isArray(value)) throw new ReportProblem(`a segment of ${path} is no list`);
  const [line, , count, hasCount, isRegionEntry, isGapRegion] = value as unknown[];
  return {
    line: jsonWhole(line, `the line of a segment of ${path}`),
    count: jsonHits(count, `the count of a segment of ${path}`),
    hasCount: isSet(hasCount),
    isRegionEntry: isSet(isRegionEntry),
    isGapRegion: isSet(isGapRegion),
  };
}

/** Older versions write 0 and 1. */
function isSet(value: unknown): boolean {
  return value === true || value === 1;
}
