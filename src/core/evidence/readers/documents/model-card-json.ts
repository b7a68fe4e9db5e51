import { isObject, listOf, memberOf, numberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { metricSheet } from '../metrics/metric-sheet.ts';
import type { MetricSheet } from '../metrics/metric-sheet.ts';
import type { JsonReader } from '../reader.ts';
import { isPlaceholder } from './placeholder.ts';

const known = ['model_details', 'model_parameters', 'quantitative_analysis', 'considerations'];

/**
 * Model Card Toolkit JSON, schema 0.0.1 and 0.0.2 (tensorflow/model-card-toolkit, `model_card_toolkit/schema`): `sections` is
 * the number of its four sections that say something, `sections.<name>` true for each; placeholders do not count.
 * `performance_metrics` counts the figures, `metrics.<type>[.<slice>]` has them where the text is a number.
 */
export const modelCardJson: JsonReader = {
  format: 'model-card-json',
  kind: 'document',
  recognises: (document) =>
    isObject(memberOf(document, 'model_details')) &&
    known
      .slice(1)
      .concat('schema_version')
      .some((name) => Object.hasOwn(objectOf(document), name)),
  read(document) {
    const sheet = metricSheet();
    const present = known.filter((name) => says(memberOf(document, name)));
    sheet.set('sections', present.length);
    for (const name of known) sheet.set(`sections.${name}`, present.includes(name));
    readMetrics(sheet, listOf(memberOf(memberOf(document, 'quantitative_analysis'), 'performance_metrics')));
    for (const [name, list] of Object.entries(objectOf(memberOf(document, 'considerations'))))
      if (Array.isArray(list)) sheet.set(`considerations.${name}`, list.filter((item) => says(item)).length);
    const version = textOf(memberOf(document, 'schema_version'));
    return {
      kind: 'document',
      outcome: present.length === 0 ? 'empty' : 'ok',
      ...sheet.end(),
      tool: version ? `model-card-toolkit schema ${version.slice(0, 40)}` : 'model-card-toolkit',
    };
  },
};

/** Whether a text that is no placeholder, or a figure, stands anywhere below. The parser has bounded how deep that can be. */
function says(value: unknown): boolean {
  if (typeof value === 'string') return !isPlaceholder(value);
  if (Array.isArray(value)) return value.some((item) => says(item));
  if (isObject(value)) return Object.values(value).some((item) => says(item));
  return typeof value === 'number' || typeof value === 'boolean';
}

function readMetrics(sheet: MetricSheet, metrics: readonly unknown[]): void {
  sheet.set('performance_metrics', metrics.length);
  const seen = new Set<string>();
  for (const metric of metrics) {
    const type = textOf(memberOf(metric, 'type'));
    const slice = textOf(memberOf(metric, 'slice'));
    if (type === null) continue;
    const name = slice === null || slice === '' || slice === 'overall' ? `metrics.${type}` : `metrics.${type}.${slice}`;
    const written = memberOf(metric, 'value');
    const value = typeof written === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?\s*$/i.test(written) ? Number(written) : numberOf(written);
    if (seen.has(name)) sheet.flag(`repeated: ${name} stands more than once; the first counts`);
    else if (value === null) sheet.flag(`not-a-number: ${name}`);
    else sheet.set(name, value);
    seen.add(name);
  }
}
