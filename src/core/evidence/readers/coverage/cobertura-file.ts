import { countHits, someCount, sumCounts } from '../../coverage/count.ts';
import { packLines } from '../../coverage/line-hits.ts';
import { addHits } from '../../input/parse-figure.ts';
import type { Count, FileCoverage } from '../../report.ts';

/** Lines and conditions of one file in one package: a `class` is not a file, several may share one and repeat its lines. */
export interface CoberturaFile {
  readonly path: string;
  readonly lines: Map<number, number>;
  readonly conditions: Map<number, Count>;
}

/** Of the conditions that several classes give for one line the fullest counts. */
export function noteCondition(file: CoberturaFile, line: number, count: Count): void {
  const known = file.conditions.get(line);
  if (!known || count.total > known.total || (count.total === known.total && count.covered > known.covered)) file.conditions.set(line, count);
}

/** One entry a path, whatever packages it stands in. */
export function finishCoberturaFiles(parts: Iterable<CoberturaFile>): FileCoverage[] {
  const byPath = new Map<string, CoberturaFile>();
  for (const part of parts) {
    const whole = byPath.get(part.path);
    if (!whole) {
      byPath.set(part.path, { path: part.path, lines: new Map(part.lines), conditions: new Map(part.conditions) });
      continue;
    }
    for (const [line, hits] of part.lines) whole.lines.set(line, addHits(whole.lines.get(line) ?? 0, hits));
    for (const [line, count] of part.conditions) noteCondition(whole, line, count);
  }
  return [...byPath.values()].map((file) => ({
    path: file.path,
    lines: packLines(file.lines),
    totals: { lines: countHits(file.lines), branches: someCount(sumCounts(file.conditions.values())), functions: null, statements: null, instructions: null },
  }));
}
