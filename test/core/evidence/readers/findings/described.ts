import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { severities } from '../../../../../src/core/evidence/report.ts';

/**
 * What was read, in one line: format, outcome, open findings from critical to unknown, suppressed ones, and the kinds of flags, e.g.
 * `grype-json ok 1/0/0/0/0/0 +2 unknown-severity`.
 */
export function described(document: unknown): string {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const report = readReport('report', new TextEncoder().encode(text));
  if (report.kind !== 'findings') return `${report.kind} ${report.format} ${report.outcome} ${report.error?.message ?? ''}`;
  const counts = severities.map((severity) => report.totals.bySeverity[severity]).join('/');
  const kinds = [...new Set(report.flags.map((flag) => flag.split(':', 1)[0]))].sort();
  if (report.outcome === 'reject') return `${report.format} reject ${report.error?.message ?? ''}`;
  return [report.format, report.outcome, counts, `+${report.totals.suppressed}`, ...kinds].join(' ');
}
