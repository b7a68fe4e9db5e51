import { isObject, listOf, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricSheet } from '../metrics/metric-sheet.ts';
import type { MetricSheet } from '../metrics/metric-sheet.ts';
import type { JsonReader } from '../reader.ts';
import { flagReferences } from './oscal-references.ts';

/**
 * OSCAL assessment results in JSON, 1.0.4 to 1.2.1 (pages.nist.gov/OSCAL, model `assessment-results`). Counted over all
 * `results`: `findings` and `findings_by_state.<state>` (`satisfied`, `not-satisfied`), `observations`, `risks` and
 * `risks_by_status.<status>`. References inside the document are followed; one that leads nowhere is flagged `dangling: …`,
 * a uuid that stands twice `duplicate-uuid: …`.
 */
export const oscalAssessmentResults: JsonReader = {
  format: 'oscal-assessment-results',
  kind: 'document',
  recognises: (document) => isObject(memberOf(document, 'assessment-results')),
  read(document) {
    const root = objectOf(memberOf(document, 'assessment-results'));
    if (!Array.isArray(root.results)) throw new ReportProblem('assessment-results has no list of results');
    const results = listOf(root.results);
    const sheet = metricSheet();
    sheet.set('results', results.length);
    const of = (name: string): readonly unknown[] => results.flatMap((result) => listOf(memberOf(result, name)));
    const [findings, observations, risks] = [of('findings'), of('observations'), of('risks')];
    sheet.set('findings', findings.length);
    setBy(sheet, 'findings_by_state', findings.map(stateOf));
    sheet.set('observations', observations.length);
    sheet.set('risks', risks.length);
    setBy(
      sheet,
      'risks_by_status',
      risks.map((risk) => textOf(memberOf(risk, 'status')) ?? 'unknown'),
    );
    flagReferences(sheet, root);
    const metadata = objectOf(root.metadata);
    const version = textOf(metadata['oscal-version']);
    const madeAt = textOf(metadata['last-modified']);
    const outcome = findings.length + observations.length + risks.length === 0 ? 'empty' : 'ok';
    return { kind: 'document', outcome, ...sheet.end(), tool: version ? `OSCAL ${version.slice(0, 20)}` : 'OSCAL', ...(madeAt ? { madeAt } : {}) };
  },
};

/** `target.status` is an object since 1.0.0; a text in drafts before. */
function stateOf(finding: unknown): string {
  const status = memberOf(memberOf(finding, 'target'), 'status');
  return textOf(memberOf(status, 'state')) ?? textOf(status) ?? 'unknown';
}

function setBy(sheet: MetricSheet, prefix: string, names: readonly string[]): void {
  for (const [name, same] of Map.groupBy(names, (each) => each)) sheet.set(`${prefix}.${name}`, same.length);
  if (names.includes('unknown')) sheet.flag(`unknown-state: ${prefix} has entries without one`);
}
