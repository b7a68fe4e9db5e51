import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { MetricValues } from '../../../../../src/core/evidence/report.ts';

export interface ReadMetrics {
  readonly format: string;
  readonly outcome: string;
  readonly values: MetricValues;
  readonly flags: readonly string[];
  readonly error: string;
  readonly line: number | undefined;
}

/** Reads a text, or a value written as JSON, as the product does. */
export function readMetrics(report: unknown): ReadMetrics {
  const text = typeof report === 'string' ? report : JSON.stringify(report);
  const { format, outcome, flags, error, ...rest } = readReport('report', new TextEncoder().encode(text));
  const values = rest.kind === 'metrics' ? rest.totals.values : {};
  return { format, outcome, values, flags, error: error?.message ?? '', line: error?.line };
}
