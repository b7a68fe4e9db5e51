import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';

const lists = ['violations', 'passes', 'incomplete', 'inapplicable'] as const;
const impacts = ['minor', 'moderate', 'serious', 'critical'] as const;

/**
 * Results of axe-core (2 to 4): one page, or a list of pages (axe-cli, `--save`). A violation is a rule, a violation node
 * an element that breaks it; `by_impact` counts rules, `nodes_by_impact` elements; `incomplete` needs a person. A page
 * without passes, violations and incomplete rules did not load: it is flagged, and the report is empty when no page did.
 * Documented in axe-core's `doc/API.md`, "Results Object". The reporter `no-passes` lists violations alone.
 */
export const axeJson: JsonReader = {
  format: 'axe-json',
  kind: 'metrics',
  recognises: (document) => (Array.isArray(document) ? document.length > 0 && isPage(document[0]) : isPage(document)),
  read: (document): ReportBody => readPages(Array.isArray(document) ? document : [document]),
};

function isPage(value: unknown): boolean {
  if (!Array.isArray(memberOf(value, 'violations'))) return false;
  return textOf(memberOf(memberOf(value, 'testEngine'), 'name')) === 'axe-core' || lists.every((name) => Array.isArray(memberOf(value, name)));
}

function readPages(pages: readonly unknown[]): ReportBody {
  const [tally, flags] = [metricTally(), flagList()];
  const sums = { violations: 0, passes: 0, incomplete: 0, inapplicable: 0 };
  const rules = new Map<string, number>(impacts.map((impact) => [impact, 0]));
  const nodes = new Map(rules);
  let unchecked = 0;
  for (const [at, page] of pages.entries()) {
    if (!isPage(page)) throw new ReportProblem(`page ${at + 1} is no result of axe-core`);
    for (const name of lists) sums[name] += listIn(page, name, at).length;
    for (const violation of listIn(page, 'violations', at)) countViolation(violation, rules, nodes);
    const doubt = doubtOf(page);
    if (doubt) {
      unchecked += 1;
      flags.add(`page-not-checked: ${textOf(memberOf(page, 'url')) ?? `page ${at + 1}`}: ${doubt}`);
    }
    if (isNoPasses(page)) flags.add('no-passes: the reporter lists violations alone');
  }
  if (unchecked === pages.length) return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: flags.list() };
  tally.set('pages', pages.length);
  tally.set('pages_not_checked', unchecked);
  for (const name of lists) tally.set(name, sums[name]);
  tally.set(
    'violation_nodes',
    [...nodes.values()].reduce((sum, count) => sum + count, 0),
  );
  for (const [impact, count] of rules) tally.set(`by_impact.${impact}`, count);
  for (const [impact, count] of nodes) tally.set(`nodes_by_impact.${impact}`, count);
  const { values, flags: left } = tally.end();
  return { kind: 'metrics', outcome: 'ok', totals: { values }, flags: [...flags.list(), ...left], ...about(pages[0]) };
}

/** Why a page proves nothing; null when something was checked on it. */
function doubtOf(page: unknown): string | null {
  if (listOf(memberOf(page, 'violations')).length > 0) return null;
  if (isNoPasses(page)) return null;
  if (!Array.isArray(memberOf(page, 'passes'))) return 'it has no violations and no list of what passed';
  return listOf(memberOf(page, 'passes')).length + listOf(memberOf(page, 'incomplete')).length > 0
    ? null
    : 'nothing passed and nothing failed, so it did not load';
}

function isNoPasses(page: unknown): boolean {
  return textOf(memberOf(memberOf(page, 'toolOptions'), 'reporter')) === 'no-passes';
}

function listIn(page: unknown, name: string, at: number): readonly unknown[] {
  const list = memberOf(page, name);
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw new ReportProblem(`page ${at + 1}: ${name} is no list`);
  return list;
}

function countViolation(violation: unknown, rules: Map<string, number>, nodes: Map<string, number>): void {
  const found = memberOf(violation, 'nodes');
  if (!isObject(violation) || !Array.isArray(found)) throw new ReportProblem('a violation has no list of nodes');
  const given = textOf(memberOf(violation, 'impact')) ?? '';
  const impact = impacts.some((known) => known === given) ? given : 'unknown';
  rules.set(impact, (rules.get(impact) ?? 0) + 1);
  nodes.set(impact, (nodes.get(impact) ?? 0) + found.length);
}

function about(page: unknown): { tool?: string; madeAt?: string } {
  const [version, time] = [textOf(memberOf(memberOf(page, 'testEngine'), 'version')), textOf(memberOf(page, 'timestamp'))];
  return { ...(version ? { tool: `axe-core ${version.slice(0, 40)}` } : {}), ...(time ? { madeAt: time.slice(0, 40) } : {}) };
}
