import { listOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';

/**
 * whylogs `Constraints.generate_constraints_report()` written as JSON (`whylogs/core/constraints/metric_constraints.py`): a
 * list of `[name, passed, failed, summary]`, each a named tuple. `constraints`, `passed`, `failed`, and `constraints.<name>`
 * whether it held.
 */
export const whylogsConstraintsJson: JsonReader = {
  format: 'whylogs-constraints-json',
  kind: 'metrics',
  recognises: (document) => Array.isArray(document) && document.length > 0 && document.every(isConstraint),
  read(document) {
    const sheet = metricSheet();
    const constraints = listOf(document) as readonly Constraint[];
    const failed = constraints.filter(([, , failures]) => failures > 0).length;
    sheet.set('constraints', constraints.length);
    sheet.set('passed', constraints.length - failed);
    sheet.set('failed', failed);
    for (const [name, passes, failures] of constraints) {
      sheet.set(`constraints.${name}`, failures === 0 && passes > 0);
      if (passes + failures === 0) sheet.flag(`not-evaluated: ${name}`);
    }
    return { kind: 'metrics', outcome: 'ok', ...sheet.end(), tool: 'whylogs' };
  },
};

type Constraint = readonly [name: string, passed: number, failed: number, ...rest: unknown[]];

function isConstraint(row: unknown): row is Constraint {
  if (!Array.isArray(row) || row.length < 3 || row.length > 4) return false;
  const [name, passed, failed] = row as unknown[];
  return typeof name === 'string' && isCount(passed) && isCount(failed);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}
