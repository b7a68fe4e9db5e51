import { metricSheet } from './metric-sheet.ts';
import type { Leaf } from './numeric-leaves.ts';

/** Figures under their own names; null, which Python's NaN became, is flagged. */
export function figuresBody(leaves: readonly Leaf[]) {
  const sheet = metricSheet();
  for (const { name, value } of leaves) if (value === null || typeof value === 'number' || typeof value === 'boolean') sheet.due(name, value);
  return { kind: 'metrics' as const, outcome: 'ok' as const, ...sheet.end() };
}
