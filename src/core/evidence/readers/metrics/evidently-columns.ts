import { numberOf } from '../../input/json-shape.ts';
import { evidentlyMethod } from './evidently-method.ts';
import type { MetricSheet } from './metric-sheet.ts';

/** Drift of one column as Evidently found it. */
export interface ColumnDrift {
  readonly column: string;
  readonly method: string;
  readonly score: unknown;
  readonly threshold: unknown;
  /** Undefined where Evidently no longer says it (0.7 and later): then method and threshold decide. */
  readonly detected?: unknown;
}

/**
 * Sets `columns.<name>.` `score`, `threshold`, and by the method's nature exactly one of `statistic` and `p_value`, and
 * `drift_detected`. Returns whether the column drifted, null when nothing says it.
 */
export function setColumnDrift(sheet: MetricSheet, drift: ColumnDrift): boolean | null {
  const name = `columns.${drift.column}`;
  const method = evidentlyMethod(drift.method);
  sheet.due(`${name}.score`, drift.score);
  sheet.set(`${name}.threshold`, drift.threshold);
  const score = numberOf(drift.score);
  if (!method)
    sheet.flag(
      `unknown-method: ${drift.column} by ${drift.method.slice(0, 60) || 'an unnamed method'}; its score is neither a statistic nor a p-value for sure`,
    );
  else if (score !== null) sheet.set(`${name}.${method.score}`, score);
  const threshold = numberOf(drift.threshold);
  const decided = method && score !== null && threshold !== null ? method.drifted(score, threshold) : null;
  const said = typeof drift.detected === 'boolean' ? drift.detected : null;
  if (said !== null && decided !== null && said !== decided)
    sheet.flag(`header-disagrees: ${drift.column} is said to have ${said ? '' : 'not '}drifted, its score and threshold say the opposite`);
  const detected = said ?? decided;
  if (detected !== null) sheet.set(`${name}.drift_detected`, detected);
  return detected;
}
