import { expectedList } from '../../input/expected-list.ts';
import { isObject, listOf, memberOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/**
 * Grype, `-o json` (grype/presenter/models/document.go). A finding is a match: one vulnerability of one package.
 * `ignoredMatches` are suppressed. Severities Critical, High, Medium, Low; Negligible is low; absent and Unknown are unknown.
 */
export const grypeJson: JsonReader = {
  format: 'grype-json',
  kind: 'findings',
  recognises(document) {
    const matches = memberOf(document, 'matches');
    if (memberOf(memberOf(document, 'descriptor'), 'name') === 'grype') return true;
    const first = listOf(matches)[0];
    return isObject(first) && isObject(memberOf(first, 'vulnerability')) && isObject(memberOf(first, 'artifact'));
  },
  read(document) {
    const scan = openScan();
    const descriptor = memberOf(document, 'descriptor');
    if (!Array.isArray(memberOf(document, 'matches'))) scan.flag('no-matches: the report has no list of matches');
    for (const match of expectedList(memberOf(document, 'matches'), 'matches')) {
      const vulnerability = memberOf(match, 'vulnerability');
      const artifact = memberOf(match, 'artifact');
      scan.find({
        id: memberOf(vulnerability, 'id'),
        severity: memberOf(vulnerability, 'severity'),
        title: `${String(memberOf(vulnerability, 'id'))} in ${String(memberOf(artifact, 'name'))} ${String(memberOf(artifact, 'version'))}`,
        file: memberOf(listOf(memberOf(artifact, 'locations'))[0], 'path'),
      });
    }
    expectedList(memberOf(document, 'ignoredMatches'), 'ignoredMatches').forEach(() => scan.suppress());
    const about = { tool: 'grype', version: memberOf(descriptor, 'version'), madeAt: memberOf(descriptor, 'timestamp') };
    return scan.end(Array.isArray(memberOf(document, 'matches')) ? about : { ...about, outcome: 'empty' });
  },
};
