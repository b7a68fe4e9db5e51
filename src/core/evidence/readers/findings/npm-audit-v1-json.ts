import { expectedList } from '../../input/expected-list.ts';
import { expectedObject } from '../../input/expected-object.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { Severity } from '../../report.ts';
import { severities } from '../../report.ts';
import { severityOf } from '../../severity.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareSeverities } from './compare-severities.ts';
import { openScan } from './open-scan.ts';

/**
 * `npm audit --json` of npm 6, `pnpm audit --json`, and `yarn npm audit --json` of Yarn 2 and 3. A finding is an advisory.
 * `metadata.vulnerabilities` counts the paths to it, which are recounted; the flag `paths` says how many there are. Severities
 * info, low, moderate (medium), high, critical. Advisories that pnpm lists under `muted` are suppressed.
 */
export const npmAuditV1Json: JsonReader = {
  format: 'npm-audit-v1-json',
  kind: 'findings',
  recognises: (document) =>
    isObject(memberOf(document, 'advisories')) && (Object.hasOwn(document as object, 'metadata') || Object.hasOwn(document as object, 'actions')),
  read(document) {
    const scan = openScan();
    const advisories = Object.entries(expectedObject(memberOf(document, 'advisories'), 'advisories'));
    const paths: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
    for (const [key, value] of advisories) {
      const advisory = expectedObject(value, `advisories.${key}`);
      const found = expectedList(memberOf(advisory, 'findings'), `advisories.${key}.findings`);
      const severity = memberOf(advisory, 'severity');
      paths[severityOf(severity)] += found.reduce((sum, finding) => sum + listOf(memberOf(finding, 'paths')).length, 0);
      const name = textOf(memberOf(advisory, 'module_name')) ?? '';
      scan.find({ id: memberOf(advisory, 'github_advisory_id') ?? key, severity, title: `${name}: ${textOf(memberOf(advisory, 'title')) ?? ''}` });
    }
    listOf(memberOf(document, 'muted')).forEach(() => scan.suppress());
    const all = severities.reduce((sum, severity) => sum + paths[severity], 0);
    if (all !== advisories.length) scan.flag(`paths: ${advisories.length} advisories are reached on ${all} paths; advisories count`);
    const report = scan.end({ tool: 'npm audit' });
    return compared(report, { paths, header: memberOf(memberOf(document, 'metadata'), 'vulnerabilities') });
  },
};

/** The header counts paths in npm 6 and advisories in some versions of pnpm: it disagrees only when it is neither. */
function compared(report: ReportBody, { paths, header }: { paths: Record<Severity, number>; header: unknown }): ReportBody {
  if (report.kind !== 'findings') return report;
  const byPaths = compareSeverities({ ...report, totals: { ...report.totals, bySeverity: paths } }, header);
  return byPaths.flags.length === report.flags.length ? report : compareSeverities(report, header);
}
