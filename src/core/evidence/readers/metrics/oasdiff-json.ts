import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';

const levels = ['info', 'warn', 'error'] as const;

/**
 * `oasdiff changelog` or `oasdiff breaking` with `-f json` (oasdiff 1.3 and newer; its `formatters/changes.go`): a list of
 * changes, alone or in `changes`, with `level` 1 info, 2 warning, 3 error. Errors and warnings are breaking, as
 * `oasdiff breaking` lists them. A bare empty list is not read, since nothing in it says that two documents were compared.
 */
export const oasdiffJson: JsonReader = {
  format: 'oasdiff-json',
  kind: 'metrics',
  recognises(document) {
    if (isObject(document)) return Object.keys(document).length === 1 && Array.isArray(document.changes) && document.changes.every(isChange);
    return Array.isArray(document) && document.length > 0 && isChange(document[0]);
  },
  read(document): ReportBody {
    const tally = metricTally();
    const changes = listOf(Array.isArray(document) ? document : memberOf(document, 'changes'));
    const counts = [0, 0, 0];
    for (const [at, change] of changes.entries()) {
      const level = memberOf(change, 'level');
      if (!isChange(change) || typeof level !== 'number' || ![1, 2, 3].includes(level)) throw new ReportProblem(`change ${at + 1} has no level from 1 to 3`);
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    }
    tally.set('changes', changes.length);
    for (const [at, name] of levels.entries()) tally.set(`by_level.${name}`, counts[at]);
    tally.set('breaking', (counts[1] ?? 0) + (counts[2] ?? 0));
    const { values, flags } = tally.end();
    return { kind: 'metrics', outcome: 'ok', totals: { values }, flags };
  },
};

function isChange(value: unknown): boolean {
  return textOf(memberOf(value, 'id')) !== null && textOf(memberOf(value, 'text')) !== null && typeof memberOf(value, 'level') === 'number';
}
