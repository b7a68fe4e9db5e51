import { expectedObject } from '../../input/expected-object.ts';
import { isObject, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import type { Severity } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareSeverities } from './compare-severities.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';
import { refuseUnlisted } from './refuse-unlisted.ts';

/**
 * Kubescape 2.1 and later, `--format json` (opa-utils, PostureReport v2). A finding is a control that failed, for whatever number of resources;
 * severity by its `scoreFactor`, as Kubescape does: from 9 critical, from 7 high, from 4 medium, from 1 low.
 * `controlsSeverityCounters` is recounted. Skipped controls and errors are told; a control that passes only by exceptions is
 * suppressed. Where no control was checked the report is `empty`, and `tool-error` where one of them ended in an error.
 */
export const kubescapeJson: JsonReader = {
  format: 'kubescape-json',
  kind: 'findings',
  recognises: (document) => isObject(memberOf(memberOf(document, 'summaryDetails'), 'controls')),
  read(document) {
    const scan = openScan();
    const summary = memberOf(document, 'summaryDetails');
    const controls = Object.entries(expectedObject(memberOf(summary, 'controls'), 'summaryDetails.controls'));
    const sums = { skipped: 0, errors: 0, checked: 0 };
    for (const [id, control] of controls) {
      const status = textOf(memberOf(memberOf(control, 'statusInfo'), 'status')) ?? textOf(memberOf(control, 'status'));
      if (status === 'skipped') sums.skipped += 1;
      else if (status === 'error') sums.errors += 1;
      else if (status !== 'irrelevant' && status !== '') sums.checked += 1;
      if (status === 'error') scan.flag(`incomplete-scan: ${id.slice(0, 40)} could not be checked`);
      if (memberOf(memberOf(control, 'statusInfo'), 'subStatus') === 'w/exceptions' && status === 'passed') scan.suppress();
      if (status !== null && settled.has(status)) continue;
      scan.find({ id, severity: severityOfFactor(numberOf(memberOf(control, 'scoreFactor'))), title: memberOf(control, 'name') });
    }
    if (sums.skipped > 0) scan.flag(`skipped: ${sums.skipped} controls were not checked`);
    const counters = memberOf(summary, 'controlsSeverityCounters');
    const header = Object.fromEntries(['critical', 'high', 'medium', 'low'].map((name) => [name, memberOf(counters, `${name}Severity`)]));
    return compareSeverities(refuseUnlisted(endOf(scan, memberOf(document, 'generationTime'), sums), header), header);
  },
};

function endOf(scan: Scan, madeAt: unknown, sums: { readonly errors: number; readonly checked: number }): ReportBody {
  if (sums.checked > 0) return scan.end({ tool: 'kubescape', madeAt });
  if (sums.errors > 0) return scan.end({ tool: 'kubescape', madeAt, outcome: 'tool-error', error: `no control was checked, ${sums.errors} ended in an error` });
  scan.flag('nothing-checked: no control was checked');
  return scan.end({ tool: 'kubescape', madeAt, outcome: 'empty' });
}

/** An empty status is a control that applies to nothing. What is none of these counts as failed. */
const settled: ReadonlySet<string> = new Set(['passed', 'skipped', 'excluded', 'irrelevant', 'error', '']);

function severityOfFactor(factor: number | null): Severity {
  if (factor === null || factor < 1) return 'unknown';
  if (factor >= 9) return 'critical';
  if (factor >= 7) return 'high';
  return factor >= 4 ? 'medium' : 'low';
}
