import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import type { Happening } from '../../telemetry/happening.ts';
import { budgetLevel } from './budget-level.ts';
import { type CountedMetrics, countedMetrics, type PolledMetrics, polledMetrics } from './define-metrics.ts';

export interface AllMetrics {
  readonly counted: CountedMetrics;
  readonly polled: PolledMetrics;
  readonly info: Gauge<'version' | 'node' | 'role'>;
  readonly noteBudget: (level: Extract<Happening, { what: 'budget' }>) => void;
}

/** Everything that is exported, those of the process and of Node.js included. */
export function defineAll(registry: Registry, clock: () => number): AllMetrics {
  collectDefaultMetrics({ register: registry });
  return {
    counted: countedMetrics(registry),
    polled: polledMetrics(registry),
    noteBudget: budgetLevel(registry, clock),
    info: new Gauge({
      registers: [registry],
      name: 'sprintgate_build_info',
      help: 'Always 1: which engine runs here, in which role.',
      labelNames: ['version', 'node', 'role'],
    }),
  };
}
