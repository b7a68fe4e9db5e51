import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';

const severities = ['error', 'warn', 'info', 'hint'] as const;
const notLinted = 'unrecognized-format';

/**
 * `spectral lint -f json` (Spectral 4 to 6; its `packages/core/src/types/spectral.ts`, `IRuleResult`): a list of results
 * with `severity` 0 error, 1 warn, 2 info, 3 hint. `unrecognized-format` says that a document was not linted: the tool
 * failed when it says so of every document it names. An empty list is written for a clean document and for a pattern that
 * matched nothing, so it is not read: use `-f sarif`, or `-f junit`, where a clean run must be proved.
 */
export const spectralJson: JsonReader = {
  format: 'spectral-json',
  kind: 'metrics',
  recognises: (document) => Array.isArray(document) && document.length > 0 && isResult(document[0]),
  read: (document): ReportBody => readResults(listOf(document)),
};

function isResult(value: unknown): boolean {
  const code = memberOf(value, 'code');
  return (
    (typeof code === 'string' || typeof code === 'number') &&
    numberOf(memberOf(value, 'severity')) !== null &&
    Array.isArray(memberOf(value, 'path')) &&
    isObject(memberOf(memberOf(value, 'range'), 'start'))
  );
}

function readResults(results: readonly unknown[]): ReportBody {
  const [tally, flags] = [metricTally(), flagList()];
  const counts = [0, 0, 0, 0];
  const sources = new Map<string, boolean>();
  let unlinted = 0;
  for (const [at, result] of results.entries()) {
    const severity = numberOf(memberOf(result, 'severity')) ?? -1;
    if (!isResult(result) || !(severity in counts)) throw new ReportProblem(`result ${at + 1} is none of Spectral's, or its severity is not 0 to 3`);
    counts[severity] = (counts[severity] ?? 0) + 1;
    const source = textOf(memberOf(result, 'source')) ?? '';
    const linted = memberOf(result, 'code') !== notLinted;
    sources.set(source, (sources.get(source) ?? false) || linted);
    if (linted) continue;
    unlinted += 1;
    flags.add(`not-linted: ${source || 'the document'} is in no format that a rule is for`);
  }
  tally.set('results', results.length);
  for (const [severity, name] of severities.entries()) tally.set(`by_severity.${name}`, counts[severity]);
  tally.set('documents', sources.size);
  tally.set('not_linted', unlinted);
  const { values, flags: left } = tally.end();
  const facts = { kind: 'metrics', totals: { values }, flags: [...flags.list(), ...left] } as const;
  if ([...sources.values()].some(Boolean)) return { ...facts, outcome: 'ok' };
  return { ...facts, outcome: 'tool-error', error: { message: 'Spectral linted no document: none is in a format that its rules are for' } };
}
