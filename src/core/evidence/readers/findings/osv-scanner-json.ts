import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { severities } from '../../report.ts';
import { severityOf } from '../../severity.ts';
import { severityOfScore } from '../../severity-of-score.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';

/**
 * OSV-Scanner 1 and 2, `--format json` (pkg/models/results.go). A finding is a group of aliases of one package, as the tool's own table
 * counts them; severity is the group's `max_severity`, a CVSS score, else the advisory's `database_specific.severity`, else unknown.
 */
export const osvScannerJson: JsonReader = {
  format: 'osv-scanner-json',
  kind: 'findings',
  recognises(document) {
    const results = memberOf(document, 'results');
    if (!isObject(document) || !Array.isArray(results)) return false;
    if (results.length === 0) return Object.hasOwn(document, 'experimental_config') || Object.keys(document).length === 1;
    return isObject(memberOf(results[0], 'source')) && Object.hasOwn(results[0] as object, 'packages');
  },
  read(document) {
    const scan = openScan();
    const results = expectedList(memberOf(document, 'results'), 'results');
    for (const result of results)
      for (const found of expectedList(memberOf(result, 'packages'), 'results[].packages'))
        readPackage(found, { scan, path: memberOf(memberOf(result, 'source'), 'path') });
    if (results.length === 0) scan.flag('nothing-found: the list of results is empty');
    return scan.end({ tool: 'osv-scanner' });
  },
};

function readPackage(found: JsonObject, { scan, path }: { scan: Scan; path: unknown }): void {
  const name = `${textOf(memberOf(memberOf(found, 'package'), 'name')) ?? ''} ${textOf(memberOf(memberOf(found, 'package'), 'version')) ?? ''}`;
  const vulnerabilities = expectedList(memberOf(found, 'vulnerabilities'), 'packages[].vulnerabilities');
  const groups = expectedList(memberOf(found, 'groups'), 'packages[].groups');
  const byId = new Map(vulnerabilities.map((vulnerability) => [memberOf(vulnerability, 'id'), vulnerability]));
  const grouped = new Set(groups.flatMap((group) => listOf(memberOf(group, 'ids'))));
  const alone = vulnerabilities.filter((vulnerability) => !grouped.has(memberOf(vulnerability, 'id')));
  for (const group of [...groups, ...alone.map((one): JsonObject => ({ ids: [memberOf(one, 'id')] }))]) {
    const ids = listOf(memberOf(group, 'ids'));
    const known = ids.map((id) => byId.get(id)).filter((one) => one !== undefined);
    const calls = Object.values(objectOf(memberOf(group, 'experimentalAnalysis') ?? memberOf(group, 'analysis')));
    if (calls.length > 0 && calls.every((call) => memberOf(call, 'called') === false))
      scan.flag(`uncalled: ${textOf(ids[0])?.slice(0, 60) ?? ''} is not called, as the call analysis says; it counts`);
    const title = `${name}: ${textOf(memberOf(known[0], 'summary')) ?? ids.slice(0, 3).join(', ')}`;
    scan.find({ id: ids[0], severity: severityOfScore(memberOf(group, 'max_severity')) ?? worstWord(known), title, file: path });
  }
}

/** The worst word of the advisories of a group; null when none has one. */
function worstWord(vulnerabilities: readonly JsonObject[]): unknown {
  const words = vulnerabilities.map((one) => memberOf(memberOf(one, 'database_specific'), 'severity'));
  const known = words.map(severityOf);
  return severities.find((severity) => severity !== 'unknown' && known.includes(severity)) ?? words.find((word) => textOf(word) !== null) ?? null;
}
