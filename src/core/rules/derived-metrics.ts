import type { TestsReport } from '../evidence/report.ts';
import type { RuleContext } from './rule-context.ts';

/** The metric that tells how far the tests that ran are from the playbook's pyramid. */
export const pyramidDeviation = 'pyramid.deviation';

/**
 * Metrics that no tool reports, formed from other evidence. `pyramid.deviation`: the largest distance, in basis points and
 * rounded up, between a test type's share of all tests that ran and its share in the pyramid. Not there while a type has
 * no usable report: a missing level is missing evidence.
 */
export function derivedMetrics(context: RuleContext): Readonly<Record<string, number>> {
  const { pyramid } = context.policy.playbook;
  const reports = context.bundles.flatMap((bundle) => bundle.reports).filter((report): report is TestsReport => report.kind === 'tests');
  const levels = pyramid.map((level) => ({ share: level.share, own: reports.filter((report) => report.type === level.type) }));
  if (levels.length === 0 || levels.some(({ own }) => own.length === 0 || own.some((report) => report.outcome !== 'ok'))) return {};
  const ran = levels.map(({ own }) => own.reduce((sum, report) => sum + report.totals.tests - report.totals.skipped, 0));
  const total = ran.reduce((sum, count) => sum + count, 0);
  if (total === 0) return {};
  const distances = levels.map(({ share }, index) => Math.ceil(Math.abs((ran[index] ?? 0) * 10_000 - share * total) / total));
  return { [pyramidDeviation]: Math.max(...distances) };
}
