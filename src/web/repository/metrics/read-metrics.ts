import { addDays } from '../../../core/calendar/calendar-day.ts';
import type { LinePoint } from '../../charts/line-chart.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { type MetricGroupId, metricGroup } from '../../../core/standing/metric-groups.ts';
import { type MetricLimit, metricLimits, shownUnit } from './metric-limits.ts';

/** A figure as a page shows it: now, over time, and against what is asked of it. Values are in `unit`. */
export interface ShownMetric {
  readonly id: string;
  readonly group: MetricGroupId | null;
  readonly unit: string | null;
  /** Null where the tip of the default branch brings it no longer. */
  readonly value: number | null;
  /** ISO time at which it was measured; null where its report says none. */
  readonly at: string | null;
  readonly points: readonly LinePoint[];
  readonly limits: readonly MetricLimit[];
}

/** What nobody has brought for so many days is history. */
const shownDays = 120;

/** All figures that the team's reports bring or brought lately, by name. */
export function readMetrics({ standing, days, policy, today }: Pick<RepositoryCase, 'standing' | 'days' | 'policy' | 'today'>): ShownMetric[] {
  const limits = Map.groupBy(policy === null ? [] : metricLimits(policy), ({ metric }) => metric);
  const now = new Map(standing.metrics.map((metric) => [metric.id, metric]));
  const points = new Map<string, LinePoint[]>();
  for (const { day, metrics } of days) {
    for (const [id, value] of Object.entries(metrics)) {
      const known = points.get(id);
      if (known) known.push({ day, value });
      else points.set(id, [{ day, value }]);
    }
  }
  const since = addDays(today, -shownDays);
  const lately = [...points].filter(([, own]) => (own.at(-1)?.day ?? '') >= since).map(([id]) => id);
  return [...new Set([...now.keys(), ...lately])].toSorted().map((id) => {
    const metric = now.get(id);
    const own = limits.get(id) ?? [];
    const { unit, scale } = shownUnit(metric?.unit ?? null, own[0]);
    return {
      id,
      group: metricGroup(id),
      unit,
      value: metric ? scale(metric.value) : null,
      at: metric?.at ?? null,
      points: (points.get(id) ?? []).map(({ day, value }) => ({ day, value: scale(value) })),
      limits: own,
    };
  });
}
