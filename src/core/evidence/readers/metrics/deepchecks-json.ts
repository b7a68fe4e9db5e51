import { listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';

/**
 * Deepchecks `SuiteResult.to_json()` (`deepchecks/core/serialization/suite_result/json.py`): `results[]` of checks with
 * `conditions_results[].Status` PASS, FAIL, WARN or ERROR; a `CheckFailure` did not run. A check without a condition says
 * nothing: a suite without any is empty. `all_passed`: no FAIL, no ERROR and no check that did not run.
 */
export const deepchecksJson: JsonReader = {
  format: 'deepchecks-json',
  kind: 'metrics',
  recognises(document) {
    const results = memberOf(document, 'results');
    if (!Array.isArray(results)) return false;
    // Until 0.7 the suite itself had a name and no type.
    const ofChecks = results.length > 0 && results.every((result) => /^Check(Result|Failure)$/.test(textOf(memberOf(result, 'type')) ?? ''));
    return memberOf(document, 'type') === 'SuiteResult' || (ofChecks && typeof memberOf(document, 'name') === 'string');
  },
  read(document) {
    const sheet = metricSheet();
    const checks = checksIn(document);
    const broken = checks.filter((check) => memberOf(check, 'type') === 'CheckFailure').length;
    const statuses = checks
      .flatMap((check) => listOf(memberOf(check, 'conditions_results')))
      .map((one) => (textOf(memberOf(one, 'Status')) ?? textOf(memberOf(one, 'status')) ?? 'UNKNOWN').toUpperCase());
    sheet.set('checks', checks.length);
    sheet.set('checks_not_run', broken);
    sheet.set('conditions', statuses.length);
    for (const [status, all] of Map.groupBy(statuses, (status) => status)) sheet.set(`conditions_by_status.${status}`, all.length);
    sheet.set('all_passed', broken === 0 && statuses.length > 0 && statuses.every((status) => status === 'PASS' || status === 'WARN'));
    if (statuses.length === 0) sheet.flag('no-conditions: the checks have no conditions, so nothing was judged');
    const outcome = statuses.length === 0 && broken === 0 ? 'empty' : 'ok';
    return { kind: 'metrics', outcome, ...sheet.end(), tool: 'deepchecks' };
  },
};

/** The checks, with those of suites inside the suite. The parser has bounded how deep they can be. */
function checksIn(suite: unknown): unknown[] {
  return listOf(memberOf(suite, 'results')).flatMap((result) => (memberOf(result, 'type') === 'SuiteResult' ? checksIn(result) : [result]));
}
