import { usualScans } from '../evidence/classify/default-scan.ts';
import type { Report } from '../evidence/report.ts';
import { scansOf, testTypesOf } from '../playbook/known-ids.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * Turns types, components and scans that the policy does not know into null: a step or a format may call its reports
 * anything, and a misspelt word must not take failing ones out of sight. Gives the function that does it.
 */
export function knownToPolicy(policy: Policy): (report: Report) => Report {
  const types = testTypesOf(policy.playbook);
  const components = new Set(policy.components.map(({ id }) => id));
  const scans = new Set([...scansOf(policy.playbook), ...policy.evidence.reports.map(({ scan }) => scan)]);
  return (report) => {
    if (report.kind === 'findings')
      return { ...report, scan: report.scan !== null && (scans.has(report.scan) || usualScans.has(report.scan)) ? report.scan : null };
    if (report.kind !== 'tests') return report;
    const type = report.type !== null && types.has(report.type) ? report.type : null;
    return { ...report, type, component: report.component !== null && components.has(report.component) ? report.component : null };
  };
}
