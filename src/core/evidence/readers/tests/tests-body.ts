import type { FlagList } from '../../input/flag-list.ts';
import { mostSuites } from '../../tests-tally.ts';
import type { TestsTally } from '../../tests-tally.ts';
import type { ReportBody } from '../reader.ts';

export interface FoundTests {
  readonly tally: TestsTally;
  readonly flags: FlagList;
  readonly tool?: string | null;
  readonly madeAt?: string | null;
  /** What the tool itself says went wrong beside its tests. It decides only where no test failed: those block anyway. */
  readonly trouble?: string | null;
}

/** A report of tests. A run without tests is `empty`; a run that failed without a failing test is never a clean pass. */
export function testsBody(found: FoundTests): ReportBody {
  const counted = found.tally.end();
  const bad = counted.totals.failed + counted.totals.errors;
  const trouble = bad === 0 ? (found.trouble ?? null) : null;
  if (counted.suites.length > mostSuites) found.flags.add(`many-suites: more than ${mostSuites}; the others are counted together, without their names`);
  const madeAt = isoTime(found.madeAt);
  return {
    kind: 'tests',
    outcome: trouble !== null ? 'tool-error' : counted.totals.tests === 0 ? 'empty' : 'ok',
    type: null,
    component: null,
    ...counted,
    flags: found.flags.list(),
    ...(trouble === null ? {} : { error: { message: trouble.slice(0, 500) } }),
    ...(found.tool ? { tool: found.tool.slice(0, 100) } : {}),
    ...(madeAt === null ? {} : { madeAt }),
  };
}

/** Only times that say their zone: others may be hours off. */
function isoTime(text: string | null | undefined): string | null {
  const match = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)$/.exec(text?.trim() ?? '');
  const time = match ? Date.parse(match[0]) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
