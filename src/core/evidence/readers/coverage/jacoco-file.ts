import { countHits, sameCount, someCount } from '../../coverage/count.ts';
import { noLines, packLines } from '../../coverage/line-hits.ts';
import type { FlagList } from '../../input/flag-list.ts';
import type { Count, FileCoverage } from '../../report.ts';

/** A `sourcefile`. JaCoCo knows its package, not its source root; `group` is the module of an aggregate report. */
export interface JacocoFile {
  readonly path: string;
  readonly group: string;
  readonly lines: Map<number, number>;
  /** By counter type: LINE, BRANCH, INSTRUCTION, METHOD. */
  readonly counters: Map<string, Count>;
  /** gcovr writes lines that say neither `mi` nor `ci`: coverable, but nobody knows whether they ran. */
  unknownLines: number;
}

/** The file's own counters, with its lines unless their hits are unknown. */
export function finishJacocoFile(file: JacocoFile, flags: FlagList): FileCoverage {
  const counted = countHits(file.lines);
  const declared = file.counters.get('LINE') ?? null;
  const known = file.unknownLines === 0;
  if (!known) flags.add(`lines-without-hits: the lines say not whether they ran (${file.path})`);
  if (known && declared && counted.total > 0 && !sameCount(counted, declared)) {
    flags.add(`header-disagrees: LINE ${declared.covered}/${declared.total}, counted ${counted.covered}/${counted.total} (${file.path})`);
  }
  return {
    path: file.path,
    ...(file.group === '' ? {} : { group: file.group }),
    lines: known ? packLines(file.lines) : noLines,
    totals: {
      lines: known && counted.total > 0 ? counted : declared,
      branches: someCount(file.counters.get('BRANCH') ?? null),
      functions: someCount(file.counters.get('METHOD') ?? null),
      statements: null,
      instructions: someCount(file.counters.get('INSTRUCTION') ?? null),
    },
  };
}
