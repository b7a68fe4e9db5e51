import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { severityOf } from '../../severity.ts';
import { severityOfScore } from '../../severity-of-score.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/**
 * OWASP Dependency-Check, `--format JSON` (reportSchema 1.x). A finding is a vulnerability of a dependency; `suppressedVulnerabilities` are
 * suppressed. Severities are words of several sources in any case (CRITICAL, moderate, …); without one the CVSS score counts. Exceptions of the analysis are told.
 */
export const dependencyCheckJson: JsonReader = {
  format: 'dependency-check-json',
  kind: 'findings',
  recognises: (document) => Object.hasOwn(Object(document) as object, 'reportSchema') && isObject(memberOf(document, 'scanInfo')),
  read(document) {
    const scan = openScan();
    const dependencies = expectedList(memberOf(document, 'dependencies'), 'dependencies');
    for (const dependency of dependencies) {
      const file = memberOf(dependency, 'fileName');
      for (const found of expectedList(memberOf(dependency, 'vulnerabilities'), 'dependencies[].vulnerabilities'))
        scan.find({
          id: memberOf(found, 'name'),
          severity: severityIn(found),
          title: `${textOf(file) ?? ''}: ${textOf(memberOf(found, 'description')) ?? textOf(memberOf(found, 'name')) ?? ''}`,
          file,
        });
      expectedList(memberOf(dependency, 'suppressedVulnerabilities'), 'dependencies[].suppressedVulnerabilities').forEach(() => scan.suppress());
    }
    const exceptions = listOf(memberOf(memberOf(document, 'scanInfo'), 'analysisExceptions')).length;
    if (exceptions > 0) scan.flag(`incomplete-scan: the analysis had ${exceptions} exceptions`);
    if (dependencies.length === 0) scan.flag('nothing-scanned: the report names no dependency');
    const about = {
      tool: 'dependency-check',
      version: memberOf(memberOf(document, 'scanInfo'), 'engineVersion'),
      madeAt: memberOf(memberOf(document, 'projectInfo'), 'reportDate'),
    };
    return scan.end(dependencies.length === 0 ? { ...about, outcome: 'empty' } : about);
  },
};

/** Its word, else the score of CVSS 3 or 2: some sources have no word. */
function severityIn(found: JsonObject): unknown {
  const word = memberOf(found, 'severity');
  if (severityOf(word) !== 'unknown') return word;
  return severityOfScore(memberOf(memberOf(found, 'cvssv3'), 'baseScore')) ?? severityOfScore(memberOf(memberOf(found, 'cvssv2'), 'score')) ?? word;
}
