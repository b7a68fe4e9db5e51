import { sameCount, someCount } from '../../coverage/count.ts';
import { countLines, noLines, uniteLines } from '../../coverage/line-hits.ts';
import type { LineHits } from '../../coverage/line-hits.ts';
import { unitedParts } from '../../coverage/sorted-parts.ts';
import type { Uniting } from '../../coverage/sorted-parts.ts';
import type { FlagList } from '../../input/flag-list.ts';
import type { Count, FileCoverage } from '../../report.ts';
import { lowerCount } from './lower-count.ts';

/** A `sourcefile`. JaCoCo knows its package, not its source root; `group` is the module of an aggregate report. */
export interface JacocoFile {
  readonly path: string;
  readonly group: string;
  readonly lines: LineHits[];
  /** By counter type: LINE, BRANCH, INSTRUCTION, METHOD. */
  readonly counters: Map<string, Count>;
  /** gcovr writes lines that say neither `mi` nor `ci`: coverable, but nobody knows whether they ran. */
  unknownLines: number;
}

export const lineParts: Uniting<LineHits> = { size: (part) => part.numbers.length, unite: uniteLines };

/** The file's own counters, with its lines unless their hits are unknown. */
export function finishJacocoFile(file: JacocoFile, flags: FlagList): FileCoverage {
  const lines = unitedParts(file.lines, lineParts) ?? noLines;
  const counted = countLines(lines);
  const declared = file.counters.get('LINE') ?? null;
  const known = file.unknownLines === 0;
  if (!known) flags.add(`lines-without-hits: the lines say not whether they ran (${file.path})`);
  if (known && declared && counted.total > 0 && !sameCount(counted, declared)) {
    flags.add(`header-disagrees: LINE ${declared.covered}/${declared.total}, counted ${counted.covered}/${counted.total} (${file.path})`);
  }
  return {
    path: file.path,
    ...(file.group === '' ? {} : { group: file.group }),
    lines: known ? lines : noLines,
    totals: {
      lines: known && counted.total > 0 ? (declared?.total === counted.total ? lowerCount(declared, counted) : counted) : declared,
      branches: someCount(file.counters.get('BRANCH') ?? null),
      functions: someCount(file.counters.get('METHOD') ?? null),
      statements: null,
      instructions: someCount(file.counters.get('INSTRUCTION') ?? null),
    },
  };
}
