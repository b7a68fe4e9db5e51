import { countLines, packLines } from '../../coverage/line-hits.ts';
import { noCounts } from '../../coverage/sum-files.ts';
import { jsonHits, jsonWhole } from '../../input/json-figure.ts';
import { memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';

/** Lines by file, as gcov and gcovr write them: an entry a line and function, so that a line may have several. */
export function gcovLines(entries: readonly unknown[], isCode: (line: unknown) => boolean): FileCoverage[] {
  const files = new Map<string, (readonly [number, number])[]>();
  for (const entry of entries) {
    const path = textOf(memberOf(entry, 'file'));
    const listed = memberOf(entry, 'lines');
    if (!path) throw new ReportProblem('a file has no name; expected `file`');
    if (!Array.isArray(listed)) throw new ReportProblem(`the lines of ${path.slice(0, 200)} are no list`);
    const lines = files.get(path) ?? [];
    files.set(path, lines);
    for (const line of listed) if (isCode(objectOf(line))) lines.push(lineOf(line, path));
  }
  return [...files].map(([path, pairs]) => {
    const lines = packLines(pairs);
    return { path, lines, totals: { ...noCounts, lines: countLines(lines) } };
  });
}

function lineOf(line: unknown, path: string): readonly [number, number] {
  return [jsonWhole(memberOf(line, 'line_number'), `a line number of ${path}`), jsonHits(memberOf(line, 'count'), `a count of ${path}`)];
}
