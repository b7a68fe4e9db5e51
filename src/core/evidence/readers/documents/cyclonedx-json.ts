import { expectedList } from '../../input/expected-list.ts';
import { flagList } from '../../input/flag-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { severities } from '../../report.ts';
import type { JsonReader } from '../reader.ts';
import { severityOf } from '../../severity.ts';
import { bomInside } from './bom-inside.ts';
import { cyclonedxBody } from './cyclonedx-body.ts';

/**
 * CycloneDX 1.2 to 1.7, JSON (cyclonedx.org/docs): an SBOM, an ML-BOM with model cards, or a VEX. Components are counted at the
 * top and with those nested in them; `metadata.component` is apart. A vulnerability's severity is the worst of its ratings;
 * those whose analysis is `resolved`, `not_affected` or `false_positive` are `vulnerabilities_settled`, and in the sum too.
 */
export const cyclonedxJson: JsonReader = {
  format: 'cyclonedx-json',
  kind: 'document',
  recognises(whole) {
    const document = bomInside(whole);
    return typeof memberOf(document, 'bomFormat') === 'string' || /cyclonedx\.org\/schema\/bom/.test(textOf(memberOf(document, '$schema')) ?? '');
  },
  read(whole) {
    const document = bomInside(whole);
    const bomFormat = memberOf(document, 'bomFormat');
    if (bomFormat !== 'CycloneDX') throw new ReportProblem(`bomFormat is ${JSON.stringify(bomFormat)?.slice(0, 40)}; a CycloneDX document says "CycloneDX"`);
    const flags = flagList();
    const top = expectedList(memberOf(document, 'components'), 'components');
    const all = nested(top);
    const vulnerabilities = expectedList(memberOf(document, 'vulnerabilities'), 'vulnerabilities');
    const metadata = memberOf(document, 'metadata');
    return cyclonedxBody({
      version: memberOf(document, 'specVersion'),
      madeAt: memberOf(metadata, 'timestamp'),
      flags,
      counts: {
        components_top_level: top.length,
        components_with_nested: all.length,
        dependencies: expectedList(memberOf(document, 'dependencies'), 'dependencies').length,
        vulnerabilities: vulnerabilities.length,
        services: expectedList(memberOf(document, 'services'), 'services').length,
        model_cards: all.filter((component) => isObject(memberOf(component, 'modelCard'))).length,
        ...bySeverity(vulnerabilities),
      },
      serialNumber: textOf(memberOf(document, 'serialNumber')),
      metadataComponent: isObject(memberOf(metadata, 'component')),
      types: top.map((component) => textOf(memberOf(component, 'type')) ?? 'unknown'),
    });
  },
};

function nested(top: readonly JsonObject[]): JsonObject[] {
  const all: JsonObject[] = [];
  const open = [...top];
  for (let next = open.pop(); next; next = open.pop()) {
    all.push(next);
    for (const inner of expectedList(memberOf(next, 'components'), 'components[].components')) open.push(inner);
  }
  return all;
}

const settled = new Set<unknown>(['resolved', 'resolved_with_pedigree', 'not_affected', 'false_positive']);

function bySeverity(vulnerabilities: readonly JsonObject[]): Record<string, number> {
  const counts = Object.fromEntries(severities.map((severity) => [`vulnerabilities_by_severity.${severity}`, 0]));
  for (const vulnerability of vulnerabilities) {
    const ratings = listOf(memberOf(vulnerability, 'ratings')).map((rating) => ratingOf(memberOf(rating, 'severity')));
    const name = `vulnerabilities_by_severity.${severities.find((severity) => ratings.includes(severity)) ?? 'unknown'}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  if (vulnerabilities.length === 0) return {};
  return { ...counts, vulnerabilities_settled: vulnerabilities.filter((one) => settled.has(memberOf(memberOf(one, 'analysis'), 'state'))).length };
}

/** `none` is a rating of its own in CycloneDX: a score of 0. */
function ratingOf(word: unknown): string {
  return word === 'none' ? 'info' : severityOf(word);
}
