import { isObject, memberOf } from '../../input/json-shape.ts';
import type { Severity } from '../../report.ts';
import { severities } from '../../report.ts';
import { severityOf } from '../../severity.ts';
import type { ReportBody } from '../reader.ts';

/** Flags where a header of counts by severity says other than what was counted. The count is what stands. */
export function compareSeverities(report: ReportBody, header: unknown): ReportBody {
  if (report.kind !== 'findings' || !isObject(header)) return report;
  const declared = new Map<Severity, number>();
  for (const word of Object.keys(header)) {
    const severity = severityOf(word);
    const count = memberOf(header, word);
    if (severity !== 'unknown' && typeof count === 'number') declared.set(severity, (declared.get(severity) ?? 0) + count);
  }
  const differences = severities.filter((severity) => declared.has(severity) && declared.get(severity) !== report.totals.bySeverity[severity]);
  const flags = differences.map((severity) => `header-disagrees: ${severity} ${declared.get(severity)}, counted ${report.totals.bySeverity[severity]}`);
  return { ...report, flags: [...report.flags, ...flags] };
}
