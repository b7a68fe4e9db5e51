import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import type { Scan } from './open-scan.ts';
import { sarifLevels } from './sarif-levels.ts';
import { isSuppressed } from './sarif-suppressions.ts';

/**
 * SARIF 2.1.0 (OASIS), of any tool. A finding is a result of `kind` fail (or without a kind) that is not suppressed, in any run
 * of the file. Severity: the rule's or result's `security-severity` in the bands of CVSS; without one the level, error high,
 * warning medium, note low, none info, told as `unscored`. `baselineState: absent` results count and are told. A file without
 * any result is empty: nothing in it says that a rule was run. Where a run has results and another one did not scan, or an invocation
 * was not successful, the file is `tool-error`; SpotBugs calls a run unsuccessful because it found bugs: that is only told.
 */
export const sarif: JsonReader = {
  format: 'sarif',
  kind: 'findings',
  recognises(document) {
    if (!isObject(document)) return false;
    const schema = textOf(memberOf(document, '$schema')) ?? '';
    return /sarif/i.test(schema) || (/^[12]\.\d/.test(textOf(memberOf(document, 'version')) ?? '') && Array.isArray(memberOf(document, 'runs')));
  },
  read(document) {
    const version = memberOf(document, 'version');
    if (version !== '2.1.0')
      throw new ReportProblem(
        `it is SARIF ${JSON.stringify(version)?.slice(0, 30)}; 2.1.0 can be read, so let the tool write that, or convert it with the SARIF Multitool`,
      );
    const scan = openScan();
    const runs = expectedList(memberOf(document, 'runs'), 'runs');
    const counts = runs.map((run) => readRun(run, scan));
    const empty = counts.every((count) => count === 0);
    const trouble = empty ? null : (runs.map(troubleOf).find((found) => found !== null) ?? null);
    if (runs.length === 0) scan.flag('no-runs: the file holds no run of a tool');
    const driver = memberOf(memberOf(runs[0], 'tool'), 'driver');
    const times = runs.flatMap((run) => listOf(memberOf(run, 'invocations')).map((invocation) => textOf(memberOf(invocation, 'endTimeUtc'))));
    return scan.end({
      tool: memberOf(driver, 'name'),
      version: memberOf(driver, 'semanticVersion') ?? memberOf(driver, 'version'),
      madeAt: times.find((time) => time !== null),
      outcome: empty ? 'empty' : trouble === null ? 'ok' : 'tool-error',
      ...(trouble === null ? {} : { error: trouble }),
    });
  },
};

const kinds: ReadonlySet<string> = new Set(['fail', 'pass', 'open', 'informational', 'notApplicable', 'review']);

/** Returns how many results the run has, of any kind. */
function readRun(run: JsonObject, scan: Scan): number {
  const name = nameOf(run);
  flagRun({ run, scan, name });
  const levels = sarifLevels(run);
  const results = expectedList(memberOf(run, 'results'), 'runs[].results');
  const sums = { unscored: 0, absent: 0, undecided: 0 };
  for (const result of results) {
    const kind = memberOf(result, 'kind') ?? 'fail';
    if (typeof kind !== 'string' || !kinds.has(kind))
      throw new ReportProblem(`a result has the kind ${JSON.stringify(kind)?.slice(0, 40)}; SARIF has ${[...kinds].join(', ')}`);
    if (kind === 'review' || kind === 'open') sums.undecided += 1;
    if (kind !== 'fail') continue;
    if (isSuppressed(result)) {
      scan.suppress();
      continue;
    }
    const { severity, scored } = levels(result);
    if (!scored) sums.unscored += 1;
    if (memberOf(result, 'baselineState') === 'absent') sums.absent += 1;
    scan.find({
      ...placeOf(result),
      severity,
      id: memberOf(result, 'ruleId') ?? memberOf(memberOf(result, 'rule'), 'id'),
      title: memberOf(memberOf(result, 'message'), 'text'),
    });
  }
  if (sums.unscored > 0)
    scan.flag(`unscored: ${sums.unscored} results of ${name} have no security-severity; their level counts (error high, warning medium, note low)`);
  if (sums.absent > 0) scan.flag(`baseline-absent: ${sums.absent} results of ${name} are of the baseline only; they count`);
  if (sums.undecided > 0) scan.flag(`undecided: ${sums.undecided} results of ${name} wait for a person (kind review or open); they do not count`);
  return results.length;
}

function nameOf(run: JsonObject): string {
  return textOf(memberOf(memberOf(memberOf(run, 'tool'), 'driver'), 'name'))?.slice(0, 60) ?? 'a tool without a name';
}

/** Why what a run lists is not all that there is; null when nothing says so. */
function troubleOf(run: JsonObject): string | null {
  if (memberOf(run, 'results') === null) return `${nameOf(run)} did not scan: its results are null`;
  const failed = listOf(memberOf(run, 'invocations')).find((one) => memberOf(one, 'executionSuccessful') === false);
  if (failed === undefined || /BUGS FOUND/.test(textOf(memberOf(failed, 'exitSignalName')) ?? '')) return null;
  return `${nameOf(run)} says that its run was not successful, so results may be missing`;
}

function flagRun({ run, scan, name }: { run: JsonObject; scan: Scan; name: string }): void {
  if (!Array.isArray(memberOf(run, 'results'))) scan.flag(`no-results: ${name} wrote no list of results, so it did not scan`);
  else if (listOf(memberOf(run, 'results')).length === 0) scan.flag(`nothing-found: ${name} wrote an empty list of results`);
  for (const invocation of listOf(memberOf(run, 'invocations')))
    if (memberOf(invocation, 'executionSuccessful') === false)
      scan.flag(`tool-failed: ${name} says that its run was not successful, so results may be missing`);
  // Taxonomies may stand elsewhere; what decides figures may not.
  const external = memberOf(run, 'externalPropertyFileReferences');
  const parts = ['results', 'driver', 'extensions', 'invocations'].filter((part) => memberOf(external, part) !== undefined);
  if (parts.length > 0) scan.flag(`external-files: ${name} keeps ${parts.join(', ')} in other files, which are not read`);
}

function placeOf(result: JsonObject): { file: unknown; line: unknown } {
  const place = memberOf(listOf(memberOf(result, 'locations'))[0], 'physicalLocation');
  return { file: memberOf(memberOf(place, 'artifactLocation'), 'uri'), line: memberOf(memberOf(place, 'region'), 'startLine') };
}
