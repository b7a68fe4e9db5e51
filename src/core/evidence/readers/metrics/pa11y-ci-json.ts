import { flagList } from '../../input/flag-list.ts';
import { isObject, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { givenCount } from './json-figures.ts';

/**
 * `pa11y-ci --json` (2 to 4; its `lib/pa11y-ci.js` and `reporters/json`). `total` and `passes` count pages, `errors`
 * what was found on them; `results` has a list of issues for each address. A page that could not be tested has one entry
 * with a message and no code, which pa11y-ci leaves out of `errors` in some versions: here it counts as an error and in
 * `pages_not_tested`, and the tool failed when no page could be tested. A page within its threshold lists nothing.
 */
export const pa11yCiJson: JsonReader = {
  format: 'pa11y-ci-json',
  kind: 'metrics',
  recognises(document) {
    const results = memberOf(document, 'results');
    return (
      ['total', 'passes', 'errors'].every((name) => typeof memberOf(document, name) === 'number') &&
      isObject(results) &&
      Object.values(results).every(Array.isArray)
    );
  },
  read: readPages,
};

function readPages(document: unknown): ReportBody {
  const [total, passes, errors] = ['total', 'passes', 'errors'].map((name) => givenCount(memberOf(document, name), name) ?? 0) as [number, number, number];
  if (total === 0) return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: ['no-pages: no page was tested'] };
  const [tally, flags] = [metricTally(), flagList()];
  const types = new Map([
    ['error', 0],
    ['warning', 0],
    ['notice', 0],
  ]);
  const results = Object.entries(memberOf(document, 'results') ?? {}) as [string, unknown[]][];
  let [listed, untested] = [0, 0];
  for (const [page, issues] of results) {
    listed += issues.length;
    for (const issue of issues) {
      if (!isObject(issue)) throw new ReportProblem(`results: an issue of ${page.slice(0, 100)} is no object`);
      const type = textOf(memberOf(issue, 'type'));
      if (type !== null || memberOf(issue, 'code') !== undefined) types.set(type ?? 'unknown', (types.get(type ?? 'unknown') ?? 0) + 1);
      else {
        untested += 1;
        flags.add(`page-not-tested: ${page}: ${textOf(memberOf(issue, 'message')) ?? 'without a reason'}`);
      }
    }
  }
  if (results.length !== total) flags.add(`header-disagrees: total ${total}, ${results.length} pages are listed`);
  if (listed !== errors) flags.add(`header-disagrees: errors ${errors}, ${listed} are listed`);
  if (passes > total) throw new ReportProblem(`passes ${passes} of total ${total} cannot be`);
  const figures = { total, passes, errors: listed, pages_failed: total - passes, pages_not_tested: untested };
  for (const [name, value] of Object.entries(figures)) tally.set(name, value);
  for (const [type, count] of types) tally.set(`by_type.${type}`, count);
  const { values, flags: left } = tally.end();
  const facts = { kind: 'metrics', totals: { values }, flags: [...flags.list(), ...left] } as const;
  return untested >= total ? { ...facts, outcome: 'tool-error', error: { message: 'pa11y could not test any page' } } : { ...facts, outcome: 'ok' };
}
