import { pyramidLevels } from './pyramid-levels.ts';
import type { RuleContext } from './rule-context.ts';

/** The metric that tells how far the tests that ran are from the playbook's pyramid. */
export const pyramidDeviation = 'pyramid.deviation';

/**
 * Metrics that no tool reports, formed from other evidence. `pyramid.deviation`: the largest distance, in basis points and
 * rounded up, between a test type's share of all tests that ran and its share in the pyramid. Not there while a type has
 * no usable report: a missing level is missing evidence.
 */
export function derivedMetrics(context: RuleContext): Readonly<Record<string, number>> {
  const levels = pyramidLevels(context);
  if (levels.length === 0 || levels.some(({ ran }) => ran === null)) return {};
  const total = levels.reduce((sum, { ran }) => sum + (ran ?? 0), 0);
  if (total === 0) return {};
  const distances = levels.map(({ share, ran }) => Math.ceil(Math.abs((ran ?? 0) * 10_000 - share * total) / total));
  return { [pyramidDeviation]: Math.max(...distances) };
}
