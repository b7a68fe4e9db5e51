import { expectedList } from '../../input/expected-list.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/**
 * tfsec, `--format json`: a finding is a result that is not passed (`status` failed or 0, or no status); `ignored` (2) is suppressed.
 * Severities CRITICAL, HIGH, MEDIUM, LOW; before 0.50 ERROR (high), WARNING (medium), INFO. `results: null` is what it writes when nothing is found.
 */
export const tfsecJson: JsonReader = {
  format: 'tfsec-json',
  kind: 'findings',
  recognises(document) {
    if (!isObject(document) || !Object.hasOwn(document, 'results')) return false;
    const results = memberOf(document, 'results');
    if (results === null) return Object.keys(document).length === 1;
    if (!Array.isArray(results) || results.length === 0) return false;
    const has = (name: string) => isObject(results[0]) && Object.hasOwn(results[0], name);
    return (has('rule_id') && has('location')) || (has('long_id') && has('rule_provider'));
  },
  read(document) {
    const scan = openScan();
    if (memberOf(document, 'results') === null)
      scan.flag('no-tool: the whole report is `results: null`, as tfsec writes it when nothing is found; nothing in it says so');
    for (const found of expectedList(memberOf(document, 'results'), 'results')) {
      const status = memberOf(found, 'status');
      const place = memberOf(found, 'location');
      if (status === 2 || status === 'ignored') scan.suppress();
      else if (status !== 1 && status !== 'passed' && memberOf(found, 'passed') !== true)
        scan.find({
          id: memberOf(found, 'long_id') ?? memberOf(found, 'rule_id'),
          severity: memberOf(found, 'severity'),
          title: memberOf(found, 'description'),
          file: memberOf(place, 'filename'),
          line: memberOf(place, 'start_line'),
        });
    }
    return scan.end({ tool: 'tfsec' });
  },
};
