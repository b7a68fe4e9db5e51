import { isObject, listOf, memberOf, numberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

// Below this a group's rate has a standard error of some nine points: the gap is noise.
const smallGroup = 30;

/**
 * Fairness figures in our own shape, since Fairlearn and AIF360 have no file format: `fairness_results[]` of
 * `{ metric, sensitive_feature, groups: { name: { value, n } }, overall?, difference?, ratio? }` (docs/evidence-formats/metrics.md
 * has a converter). `difference` is the highest value less the lowest, 0 best; `ratio` the lowest by the highest, 1 best; both
 * are recounted. `fairness.gap` is the largest difference. A group without a value leaves the gap unknown, never 0.
 */
export const fairnessJson: JsonReader = {
  format: 'fairness-json',
  kind: 'metrics',
  recognises: (document) => Array.isArray(memberOf(document, 'fairness_results')),
  read(document) {
    const sheet = metricSheet();
    const results = listOf(memberOf(document, 'fairness_results'));
    const gaps = results.map((result, at) => readResult(sheet, objectOf(result), at));
    const known = gaps.filter((gap) => gap !== null);
    if (known.length > 0 && known.length === gaps.length) sheet.set('fairness.gap', Math.max(...known));
    const tool = textOf(memberOf(document, 'tool'));
    return { kind: 'metrics', outcome: results.length === 0 ? 'empty' : 'ok', ...sheet.end(), ...(tool ? { tool } : {}) };
  },
};

function readResult(sheet: MetricSheet, result: JsonObject, at: number): number | null {
  const [metric, feature] = [textOf(result.metric), textOf(result.sensitive_feature)];
  if (metric === null || feature === null) throw new ReportProblem(`fairness_results[${at}] needs metric and sensitive_feature as text`);
  const name = `${metric}.${feature}`;
  const groups = Object.entries(objectOf(result.groups));
  if (groups.length < 2) throw new ReportProblem(`fairness_results[${at}].groups has ${groups.length} groups; a gap needs two or more`);
  const values = groups.map(([group, figures]) => readGroup(sheet, `${name}.groups.${group}`, figures));
  sheet.set(`${name}.overall`, result.overall);
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  sheet.set(`${name}.difference`, most - least);
  if (most !== 0) sheet.set(`${name}.ratio`, least / most);
  hold(sheet, `${name}.difference`, { said: result.difference, counted: most - least });
  if (most !== 0) hold(sheet, `${name}.ratio`, { said: result.ratio, counted: least / most });
  return most - least;
}

function readGroup(sheet: MetricSheet, name: string, figures: unknown): number | null {
  if (!isObject(figures)) throw new ReportProblem(`${name.slice(0, 120)} is no object of value and n`);
  sheet.due(`${name}.value`, figures.value);
  const n = numberOf(figures.n);
  sheet.set(`${name}.n`, n);
  if (n === null) sheet.flag(`group-size-unknown: ${name}`);
  else if (n < smallGroup) sheet.flag(`small-group: ${name} has ${n} rows; below ${smallGroup} its figure says little`);
  return numberOf(figures.value);
}

function hold(sheet: MetricSheet, name: string, figure: { said: unknown; counted: number }): void {
  const said = numberOf(figure.said);
  if (said !== null && Math.abs(said - figure.counted) > 1e-6) sheet.flag(`header-disagrees: ${name} ${said}, counted ${figure.counted}`);
}
