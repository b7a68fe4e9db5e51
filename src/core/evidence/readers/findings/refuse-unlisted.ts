import { memberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportBody } from '../reader.ts';

/** Refuses a report whose header counts findings while its body lists none: it was cut or filtered, and is not clean. */
export function refuseUnlisted(report: ReportBody, header: unknown): ReportBody {
  if (report.kind !== 'findings' || report.totals.total + report.totals.suppressed > 0) return report;
  const counts = ['critical', 'high', 'moderate', 'medium', 'low', 'info'].map((word) => memberOf(header, word));
  const declared = counts.reduce<number>((sum, count) => sum + (typeof count === 'number' && count > 0 ? count : 0), 0);
  if (declared > 0) throw new ReportProblem(`its header counts ${declared} findings and its body lists none; let the tool write the whole report again`);
  return report;
}
