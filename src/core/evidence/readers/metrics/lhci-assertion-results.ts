import { listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';

/**
 * `.lighthouseci/assertion-results.json` of `lhci assert` (Lighthouse CI 0.3 and newer; its `packages/utils/src/assertions.js`).
 * Without `includePassedAssertions` it holds failures alone, and an empty list says either that all passed or that nothing
 * was asserted: that is not read as a pass. An assertion without a level is an error, as `lhci` takes it.
 */
export const lhciAssertionResults: JsonReader = {
  format: 'lhci-assertion-results',
  kind: 'metrics',
  recognises: (document) => Array.isArray(document) && document.length > 0 && isAssertion(document[0]),
  read(document): ReportBody {
    const tally = metricTally();
    const entries = listOf(document);
    const failed = { error: 0, warn: 0 };
    for (const [at, entry] of entries.entries()) {
      const [passed, level] = [memberOf(entry, 'passed'), textOf(memberOf(entry, 'level')) ?? 'error'];
      if (!isAssertion(entry) || typeof passed !== 'boolean') throw new ReportProblem(`assertion ${at + 1} does not say whether it passed`);
      if (level !== 'error' && level !== 'warn')
        throw new ReportProblem(`assertion ${at + 1} has the level ${JSON.stringify(level.slice(0, 40))}; expected error or warn`);
      if (!passed) failed[level] += 1;
    }
    const all = failed.error + failed.warn;
    tally.set('entries', entries.length);
    tally.set('passed', entries.length - all);
    tally.set('failed', all);
    tally.set('failed_by_level.error', failed.error);
    tally.set('failed_by_level.warn', failed.warn);
    const { values, flags } = tally.end();
    return { kind: 'metrics', outcome: 'ok', totals: { values }, flags };
  },
};

function isAssertion(value: unknown): boolean {
  return (
    textOf(memberOf(value, 'operator')) !== null &&
    memberOf(value, 'passed') !== undefined &&
    memberOf(value, 'expected') !== undefined &&
    textOf(memberOf(value, 'name')) !== null
  );
}
