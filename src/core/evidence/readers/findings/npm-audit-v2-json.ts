import { expectedObject } from '../../input/expected-object.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { compareSeverities } from './compare-severities.ts';
import { openScan } from './open-scan.ts';
import { refuseUnlisted } from './refuse-unlisted.ts';

/**
 * `npm audit --json` of npm 7 and later (auditReportVersion 2, npm-audit-report). A finding is a vulnerable package, as npm
 * counts in `metadata.vulnerabilities`, which is recounted. Severities info, low, moderate (medium), high, critical.
 * `{"error": …}`, which npm 6 and pnpm write too, means that no audit took place.
 */
export const npmAuditV2Json: JsonReader = {
  format: 'npm-audit-v2-json',
  kind: 'findings',
  recognises(document) {
    const error = memberOf(document, 'error');
    const failed =
      isObject(error) &&
      ['code', 'detail'].some((name) => typeof memberOf(error, name) === 'string') &&
      ['summary', 'message'].some((name) => typeof memberOf(error, name) === 'string');
    return typeof memberOf(document, 'auditReportVersion') === 'number' || failed;
  },
  read(document) {
    const scan = openScan();
    const error = memberOf(document, 'error');
    if (isObject(error)) {
      const words = [textOf(memberOf(document, 'message')), ...['code', 'summary', 'message'].map((name) => textOf(memberOf(error, name)))].filter(Boolean);
      return scan.end({ tool: 'npm audit', outcome: 'tool-error', error: `npm audit failed: ${words.join(': ').slice(0, 300)}` });
    }
    if (!isObject(memberOf(document, 'vulnerabilities'))) throw new ReportProblem('it has no vulnerabilities by package; let npm audit --json write it again');
    const packages = Object.entries(expectedObject(memberOf(document, 'vulnerabilities'), 'vulnerabilities'));
    for (const [name, found] of packages) {
      const via = listOf(memberOf(expectedObject(found, `vulnerabilities.${name}`), 'via')).filter(isObject);
      const title =
        textOf(memberOf(via[0], 'title')) ??
        `by ${listOf(memberOf(found, 'via'))
          .filter((entry) => typeof entry === 'string')
          .slice(0, 5)
          .join(', ')}`;
      scan.find({ id: name, severity: memberOf(found, 'severity'), title: `${name}: ${title}`, file: listOf(memberOf(found, 'nodes'))[0] });
    }
    const report = scan.end({ tool: 'npm audit' });
    const header = memberOf(memberOf(document, 'metadata'), 'vulnerabilities');
    return compareSeverities(refuseUnlisted(report, header), header);
  },
};
