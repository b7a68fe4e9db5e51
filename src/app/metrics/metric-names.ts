import type { Registry } from 'prom-client';
import { defineAll } from './define-all.ts';

/** The names of all series that we export, defined in an empty registry; of a histogram also those of its parts. */
export function metricNames(registry: Registry): string[] {
  defineAll(registry, () => 0);
  return registry.getMetricsAsArray().flatMap(({ name, type }) => {
    // prom-client gives the type as a word, and declares a number.
    return String(type) === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];
  });
}
