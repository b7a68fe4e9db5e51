import { ReportProblem } from '../../input/report-problem.ts';
import type { Severity } from '../../report.ts';

const risks: readonly Severity[] = ['info', 'low', 'medium', 'high'];

/** ZAP's `riskcode`: 3 high, 2 medium, 1 low, 0 informational. Throws on anything else: it is in every alert. */
export function zapRisk(code: unknown, line: number | null = null): Severity {
  const text = String(code).trim();
  const risk = /^[0-3]$/.test(text) ? risks[Number(text)] : undefined;
  if (!risk) throw new ReportProblem(`an alert has the riskcode ${JSON.stringify(text.slice(0, 20))}; expected 0 to 3`, line);
  return risk;
}
