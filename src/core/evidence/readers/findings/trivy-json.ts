import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';

/**
 * Trivy, `--format json`: schema 2 (pkg/types/report.go), the bare list of results before 0.20, and the reports of
 * `trivy k8s` with `Resources` (or `Vulnerabilities` and `Misconfigurations` of resources). Findings are vulnerabilities of a
 * package, misconfigurations with `Status` FAIL, secrets and licences, as Trivy's own exit code counts them;
 * `ExperimentalModifiedFindings` are suppressed. A report without results is `empty`: nothing says that
 * anything was scanned. Severities CRITICAL, HIGH, MEDIUM, LOW, UNKNOWN.
 */
export const trivyJson: JsonReader = {
  format: 'trivy-json',
  kind: 'findings',
  recognises(document) {
    if (Array.isArray(document)) return document.length > 0 && document.every(isResult);
    if (!isObject(document)) return false;
    const cluster =
      typeof memberOf(document, 'ClusterName') === 'string' &&
      ['Resources', 'Vulnerabilities', 'Misconfigurations'].some((name) => Object.hasOwn(document, name));
    return (
      cluster ||
      (typeof memberOf(document, 'SchemaVersion') === 'number' && ['ArtifactName', 'ArtifactType', 'Results'].some((name) => Object.hasOwn(document, name)))
    );
  },
  read(document) {
    const scan = openScan();
    const results = Array.isArray(document)
      ? expectedList(document, 'results')
      : [...expectedList(memberOf(document, 'Results'), 'Results'), ...ofResources(document, scan)];
    const licences = results.reduce((sum, result) => sum + readResult(result, scan), 0);
    if (licences > 0) scan.flag(`licences: ${licences} of the findings are licences of packages`);
    if (results.length === 0) scan.flag('no-results: the report names nothing that was scanned');
    return scan.end({
      tool: 'trivy',
      version: memberOf(memberOf(document, 'Trivy'), 'Version'),
      madeAt: memberOf(document, 'CreatedAt'),
      outcome: results.length === 0 ? 'empty' : 'ok',
    });
  },
};

function isResult(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof memberOf(value, 'Target') === 'string' &&
    ['Vulnerabilities', 'Misconfigurations', 'Type', 'Class'].some((name) => Object.hasOwn(value, name))
  );
}

/** `trivy k8s` holds the results of each resource of a cluster; what it could not scan has an `Error`. */
function ofResources(document: unknown, scan: Scan): JsonObject[] {
  const resources = ['Resources', 'Vulnerabilities', 'Misconfigurations'].flatMap((name) => expectedList(memberOf(document, name), name));
  return resources.flatMap((resource) => {
    const problem = textOf(memberOf(resource, 'Error'));
    if (problem) scan.flag(`incomplete-scan: ${problem}`);
    return expectedList(memberOf(resource, 'Results'), 'Resources[].Results');
  });
}

/** Returns how many licences it has. */
function readResult(result: JsonObject, scan: Scan): number {
  const target = memberOf(result, 'Target');
  for (const found of expectedList(memberOf(result, 'Vulnerabilities'), 'Vulnerabilities')) {
    const title = `${textOf(memberOf(found, 'PkgName')) ?? ''} ${textOf(memberOf(found, 'InstalledVersion')) ?? ''}: ${textOf(memberOf(found, 'Title')) ?? ''}`;
    scan.find({ id: memberOf(found, 'VulnerabilityID'), severity: memberOf(found, 'Severity'), title, file: target });
  }
  readMisconfigurations(result, scan);
  for (const found of expectedList(memberOf(result, 'Secrets'), 'Secrets'))
    scan.find({
      id: memberOf(found, 'RuleID'),
      severity: memberOf(found, 'Severity'),
      title: memberOf(found, 'Title'),
      file: target,
      line: memberOf(found, 'StartLine'),
    });
  const licences = expectedList(memberOf(result, 'Licenses'), 'Licenses');
  for (const found of licences)
    scan.find({
      id: memberOf(found, 'Name'),
      severity: memberOf(found, 'Severity'),
      title: `${textOf(memberOf(found, 'PkgName')) ?? ''}: licence ${textOf(memberOf(found, 'Name')) ?? ''}`,
      file: memberOf(found, 'FilePath') || target,
    });
  listOf(memberOf(result, 'ExperimentalModifiedFindings')).forEach(() => scan.suppress());
  return licences.length;
}

function readMisconfigurations(result: JsonObject, scan: Scan): void {
  const target = memberOf(result, 'Target');
  let failures = 0;
  for (const found of expectedList(memberOf(result, 'Misconfigurations'), 'Misconfigurations')) {
    const status = textOf(memberOf(found, 'Status'));
    // PASS, and EXCEPTION of older versions: an accepted one.
    if (status === 'EXCEPTION') scan.suppress();
    if (status === 'PASS' || status === 'EXCEPTION') continue;
    failures += 1;
    const line = memberOf(memberOf(found, 'CauseMetadata'), 'StartLine');
    scan.find({
      id: memberOf(found, 'ID') ?? memberOf(found, 'AVDID'),
      severity: memberOf(found, 'Severity'),
      title: memberOf(found, 'Title'),
      file: target,
      line,
    });
  }
  const declared = memberOf(memberOf(result, 'MisconfSummary'), 'Failures');
  if (typeof declared === 'number' && declared !== failures)
    scan.flag(`header-disagrees: MisconfSummary.Failures ${declared}, counted ${failures} (${String(target).slice(0, 100)})`);
}
