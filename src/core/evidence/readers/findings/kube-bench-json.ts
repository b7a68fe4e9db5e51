import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';

/**
 * kube-bench, `--json`: a list of controls, or `{Controls, Totals}` since 0.3. A finding is a check of status FAIL; the benchmark has no
 * severities: unknown. WARN is a check that a person must make, and is told. `total_fail` is recounted.
 */
export const kubeBenchJson: JsonReader = {
  format: 'kube-bench-json',
  kind: 'findings',
  recognises(document) {
    const controls = Array.isArray(document) ? document : listOf(memberOf(document, 'Controls'));
    return (
      controls.length > 0 && controls.every((control) => Array.isArray(memberOf(control, 'tests')) && isObject(control) && Object.hasOwn(control, 'total_fail'))
    );
  },
  read(document) {
    const scan = openScan();
    const controls = expectedList(Array.isArray(document) ? document : memberOf(document, 'Controls'), 'Controls');
    const warned = controls.reduce((sum, control) => sum + readControl(control, scan), 0);
    if (warned > 0) scan.flag(`undecided: ${warned} checks (WARN) wait for a person; they do not count`);
    return scan.end({ tool: 'kube-bench' });
  },
};

const statuses: ReadonlySet<string> = new Set(['PASS', 'FAIL', 'WARN', 'INFO']);

/** Returns how many of its checks are left to a person. */
function readControl(control: JsonObject, scan: Scan): number {
  const results = expectedList(memberOf(control, 'tests'), 'tests').flatMap((test) => expectedList(memberOf(test, 'results'), 'results'));
  for (const result of results) {
    const status = memberOf(result, 'status');
    if (typeof status !== 'string' || !statuses.has(status))
      throw new ReportProblem(`a check has the status ${JSON.stringify(status)?.slice(0, 40)}; expected ${[...statuses].join(', ')}`);
  }
  const failed = results.filter((result) => memberOf(result, 'status') === 'FAIL');
  for (const result of failed) scan.find({ id: memberOf(result, 'test_number'), severity: null, title: memberOf(result, 'test_desc') });
  const declared = countOf(memberOf(control, 'total_fail'));
  if (declared !== failed.length) scan.flag(`header-disagrees: total_fail ${declared}, counted ${failed.length}`);
  return results.filter((result) => memberOf(result, 'status') === 'WARN').length;
}

/** Old versions write counts as text. */
function countOf(value: unknown): number {
  if (!/^\d{1,9}$/.test(String(value))) throw new ReportProblem('total_fail is no whole number');
  return Number(value);
}
