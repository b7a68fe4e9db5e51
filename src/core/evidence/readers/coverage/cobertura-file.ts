import { someCount } from '../../coverage/count.ts';
import { countLines, noLines, uniteLines } from '../../coverage/line-hits.ts';
import type { LineHits } from '../../coverage/line-hits.ts';
import { unitedParts } from '../../coverage/sorted-parts.ts';
import type { Uniting } from '../../coverage/sorted-parts.ts';
import type { FileCoverage } from '../../report.ts';
import { countConditions, uniteConditions } from './cobertura-conditions.ts';
import type { Conditions } from './cobertura-conditions.ts';

/** Lines and conditions of one file in one package: a `class` is not a file, several may share one and repeat its lines. */
export interface CoberturaFile {
  readonly path: string;
  readonly lines: LineHits[];
  readonly conditions: Conditions[];
}

/** The same with its classes united. */
export interface UnitedFile {
  readonly path: string;
  readonly lines: LineHits;
  readonly conditions: Conditions;
}

export const lineParts: Uniting<LineHits> = { size: (part) => part.numbers.length, unite: uniteLines };
export const conditionParts: Uniting<Conditions> = { size: (part) => part.length, unite: uniteConditions };

export function uniteClasses(file: CoberturaFile): UnitedFile {
  return {
    path: file.path,
    lines: unitedParts(file.lines, lineParts) ?? noLines,
    conditions: unitedParts(file.conditions, conditionParts) ?? new Uint32Array(0),
  };
}

/** One entry a path, whatever packages it stands in. */
export function finishCoberturaFiles(parts: Iterable<UnitedFile>): FileCoverage[] {
  const byPath = new Map<string, UnitedFile>();
  for (const part of parts) {
    const whole = byPath.get(part.path);
    if (!whole) byPath.set(part.path, part);
    else byPath.set(part.path, { path: part.path, lines: uniteLines(whole.lines, part.lines), conditions: uniteConditions(whole.conditions, part.conditions) });
  }
  return [...byPath.values()].map(({ path, lines, conditions }) => ({
    path,
    lines,
    totals: { lines: countLines(lines), branches: someCount(countConditions(conditions)), functions: null, statements: null, instructions: null },
  }));
}
