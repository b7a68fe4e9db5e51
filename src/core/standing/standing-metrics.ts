import { unitOfName } from '../evidence/classify/metric-unit.ts';
import { reportInstant } from '../evidence/report-instant.ts';
import type { GateInput } from '../gates/gate-input.ts';
import { buildRuleContext } from '../rules/build-rule-context.ts';
import { derivedMetrics } from '../rules/derived-metrics.ts';
import type { StandingMetric } from './standing.ts';

/** A commit with more figures than this shows the first of them by name. */
const most = 500;

interface Measured extends StandingMetric {
  /** Milliseconds since 1970, by the report or else by its run: of several that give one figure the newest is shown. */
  readonly order: number;
}

/** The figures of a commit's reports, by name. A yes or no is 1 or 0, as rules compare it. */
export function standingMetrics(input: GateInput): StandingMetric[] {
  const context = buildRuleContext(input);
  const found = new Map<string, Measured>();
  for (const [id, value] of Object.entries(derivedMetrics(context))) found.set(id, { id, value, unit: null, at: null, order: -1 });
  for (const { reports, completedAt } of context.bundles) {
    for (const report of reports) {
      if ((report.kind !== 'metrics' && report.kind !== 'document') || report.outcome !== 'ok') continue;
      const instant = reportInstant(report.madeAt);
      const at = instant === null ? null : new Date(instant).toISOString();
      const order = instant ?? Date.parse(completedAt);
      for (const [id, reported] of Object.entries(report.totals.values)) {
        const value = Number(reported);
        if (!Number.isFinite(value) || (found.get(id)?.order ?? -2) > order) continue;
        found.set(id, { id, value, unit: report.units?.[id] ?? unitOfName(id), at, order });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, value, unit, at }) => ({ id, value, unit, at }));
}
