import { expectedObject } from '../../input/expected-object.ts';
import { isObject, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import type { Severity } from '../../report.ts';
import type { JsonReader } from '../reader.ts';
import { compareHeader } from './compare-header.ts';
import { openScan } from './open-scan.ts';

/**
 * Kubescape 2.1 and later, `--format json` (opa-utils, PostureReport v2). A finding is a control that failed, for whatever number of resources;
 * severity by its `scoreFactor`, as Kubescape does: from 9 critical, from 7 high, from 4 medium, from 1 low.
 * `controlsSeverityCounters` is recounted. Skipped controls and errors are told; a control
 * that passes only by exceptions is suppressed.
 */
export const kubescapeJson: JsonReader = {
  format: 'kubescape-json',
  kind: 'findings',
  recognises: (document) => isObject(memberOf(memberOf(document, 'summaryDetails'), 'controls')),
  read(document) {
    const scan = openScan();
    const summary = memberOf(document, 'summaryDetails');
    const controls = Object.entries(expectedObject(memberOf(summary, 'controls'), 'summaryDetails.controls'));
    let skipped = 0;
    for (const [id, control] of controls) {
      const status = textOf(memberOf(memberOf(control, 'statusInfo'), 'status')) ?? textOf(memberOf(control, 'status'));
      if (status === 'skipped') skipped += 1;
      if (status === 'error') scan.flag(`incomplete-scan: ${id.slice(0, 40)} could not be checked`);
      if (memberOf(memberOf(control, 'statusInfo'), 'subStatus') === 'w/exceptions' && status === 'passed') scan.suppress();
      if (status !== null && settled.has(status)) continue;
      scan.find({ id, severity: severityOfFactor(numberOf(memberOf(control, 'scoreFactor'))), title: memberOf(control, 'name') });
    }
    if (skipped > 0) scan.flag(`skipped: ${skipped} controls were not checked`);
    const counters = memberOf(summary, 'controlsSeverityCounters');
    const header = Object.fromEntries(['critical', 'high', 'medium', 'low'].map((name) => [name, memberOf(counters, `${name}Severity`)]));
    const report = scan.end({ tool: 'kubescape', madeAt: memberOf(document, 'generationTime'), outcome: controls.length === 0 ? 'empty' : 'ok' });
    return compareHeader(report, header);
  },
};

/** An empty status is a control that applies to nothing. What is none of these counts as failed. */
const settled: ReadonlySet<string> = new Set(['passed', 'skipped', 'excluded', 'irrelevant', 'error', '']);

function severityOfFactor(factor: number | null): Severity {
  if (factor === null || factor < 1) return 'unknown';
  if (factor >= 9) return 'critical';
  if (factor >= 7) return 'high';
  return factor >= 4 ? 'medium' : 'low';
}
