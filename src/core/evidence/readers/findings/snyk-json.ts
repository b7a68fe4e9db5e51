import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';

/**
 * `snyk test --json`, `snyk container test --json` and `snyk iac test --json`: an object a project, or a list of them. A finding is an issue of a
 * project, once, whatever the number of paths to it (`uniqueCount`, recounted); `filtered.ignore` is suppressed. Severities low to critical.
 * A project with an `error` was not tested; when none was, the tool failed. Snyk Code writes SARIF.
 */
export const snykJson: JsonReader = {
  format: 'snyk-json',
  kind: 'findings',
  recognises: (document) => (Array.isArray(document) ? document.length > 0 && document.every(isProject) : isProject(document)),
  read(document) {
    const scan = openScan();
    const projects = expectedList(Array.isArray(document) ? document : [document], 'projects');
    const failed = projects.flatMap((project) => textOf(memberOf(project, 'error')) ?? []);
    if (failed.length > 0 && failed.length === projects.length)
      return scan.end({ tool: 'snyk', outcome: 'tool-error', error: `snyk failed: ${failed[0]?.slice(0, 250) ?? ''}` });
    for (const error of failed) scan.flag(`incomplete-scan: ${error.slice(0, 200)}`);
    for (const project of projects) readProject(project, scan);
    return scan.end({ tool: 'snyk' });
  },
};

function isProject(value: unknown): boolean {
  if (!isObject(value)) return false;
  const has = (name: string) => Object.hasOwn(value, name);
  if (typeof memberOf(value, 'ok') !== 'boolean') return false;
  if (typeof memberOf(value, 'error') === 'string') return has('path');
  return (
    (Array.isArray(memberOf(value, 'vulnerabilities')) && (has('packageManager') || has('dependencyCount'))) ||
    Array.isArray(memberOf(value, 'infrastructureAsCodeIssues'))
  );
}

function readProject(project: JsonObject, scan: Scan): void {
  const seen = new Set<unknown>();
  const file = memberOf(project, 'displayTargetFile') ?? memberOf(project, 'targetFile');
  for (const found of expectedList(memberOf(project, 'vulnerabilities'), 'vulnerabilities')) {
    const id = memberOf(found, 'id');
    if (typeof id !== 'string') throw new ReportProblem('a vulnerability has no id; let snyk write the report again');
    if (seen.has(id)) continue;
    seen.add(id);
    scan.find({
      id,
      severity: memberOf(found, 'severity'),
      title: `${textOf(memberOf(found, 'packageName')) ?? textOf(memberOf(found, 'name')) ?? ''} ${textOf(memberOf(found, 'version')) ?? ''}: ${textOf(memberOf(found, 'title')) ?? ''}`,
      file,
    });
  }
  const unique = numberOf(memberOf(project, 'uniqueCount'));
  if (unique !== null && unique !== seen.size) scan.flag(`header-disagrees: uniqueCount ${unique}, counted ${seen.size}`);
  for (const found of expectedList(memberOf(project, 'infrastructureAsCodeIssues'), 'infrastructureAsCodeIssues')) {
    if (memberOf(found, 'isIgnored') === true) scan.suppress();
    else
      scan.find({
        id: memberOf(found, 'id'),
        severity: memberOf(found, 'severity'),
        title: memberOf(found, 'title'),
        file,
        line: memberOf(found, 'lineNumber'),
      });
  }
  const ignored = expectedList(memberOf(memberOf(project, 'filtered'), 'ignore'), 'filtered.ignore');
  for (const id of new Set(ignored.map((one) => memberOf(one, 'id')))) if (!seen.has(id)) scan.suppress();
}
