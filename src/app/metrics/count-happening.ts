import type { Happening } from '../../telemetry/happening.ts';
import type { CountedMetrics } from './define-metrics.ts';
import { plainRoute } from '../../telemetry/plain-route.ts';
import { eventLabel, gateLabel, kindLabel } from './label-of.ts';

/** Counts one happening. `step` and `budget` are not counted: the first is for tests and traces, the second is a level. */
export function countHappening(metrics: CountedMetrics, happening: Happening): void {
  switch (happening.what) {
    case 'delivery-refused':
      return metrics.refused.inc({ reason: happening.why });
    case 'delivery-stored':
      metrics.deliveries.inc({ event: eventLabel(happening.event), outcome: happening.fresh ? 'stored' : 'known' });
      return happening.fresh ? metrics.bytes.inc(happening.bytes) : undefined;
    case 'delivery-worked':
      return metrics.worked.observe({ event: eventLabel(happening.event), outcome: happening.outcome }, happening.ms / 1000);
    case 'key-begun':
      metrics.running.inc({ kind: kindLabel(happening.key) });
      return metrics.waits.observe({ kind: kindLabel(happening.key) }, Math.max(0, happening.waitedMs) / 1000);
    case 'key-ended':
      metrics.running.dec({ kind: kindLabel(happening.key) });
      return metrics.keys.observe({ kind: kindLabel(happening.key), outcome: happening.outcome }, happening.ms / 1000);
    case 'verdict':
      return metrics.verdicts.inc({ gate: gateLabel(happening.gate), verdict: happening.verdict });
    case 'request':
      metrics.requests.inc({ route: plainRoute(happening.route), status: String(happening.status) });
      return metrics.requestSeconds.observe({ class: statusClass(happening.status) }, happening.ms / 1000);
    case 'budget-wait':
      return metrics.budgetWaits.observe({ class: happening.class }, happening.ms / 1000);
    case 'sweep-ended':
      metrics.sweeps.observe(happening.ms / 1000);
      return metrics.sweepKeys.inc(happening.keys);
    default:
  }
}

/** 304 costs nothing of GitHub's budget, and so stands apart. */
function statusClass(status: number): string {
  if (status === 304) return 'unchanged';
  return status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : 'none';
}
