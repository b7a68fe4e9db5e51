import { countLines, noLines, packLines } from '../../coverage/line-hits.ts';
import { mergeCoverage } from '../../coverage/merge-coverage.ts';
import { noCounts, sumFiles } from '../../coverage/sum-files.ts';
import { sumCounts } from '../../coverage/count.ts';
import { expectedList } from '../../input/expected-list.ts';
import { flagList } from '../../input/flag-list.ts';
import { jsonHits, jsonWhole } from '../../input/json-figure.ts';
import { isObject, listOf, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareHeader } from './compare-header.ts';
import { coverageBody } from './coverage-body.ts';
import { jsonCount } from './json-count.ts';

const names = { covered: 'coveredLines', total: 'executableLines' };

/**
 * JSON of Xcode's `xccov view`: the report (`targets` with `files`), `--only-targets` (a list of targets, without files), and
 * `--archive` (lines by file). A file that several targets build counts once; test bundles and pods are targets like others.
 */
export const xccovJsonReader: JsonReader = {
  format: 'xccov-json',
  kind: 'coverage',
  recognises: (document) => targetsOf(document) !== null || isArchive(document),
  read(document) {
    const targets = targetsOf(document);
    return targets ? readTargets(document, targets) : readArchive(document);
  },
};

function targetsOf(document: unknown): readonly unknown[] | null {
  const targets = Array.isArray(document) ? (document as unknown[]) : memberOf(document, 'targets');
  if (!Array.isArray(targets)) return null;
  // A cut beginning may have no target yet, but then it has the report's own sums.
  const [first] = targets as unknown[];
  const known = first === undefined ? !Array.isArray(document) && memberOf(document, 'lineCoverage') !== undefined : isTarget(first);
  return known ? (targets as unknown[]) : null;
}

function isTarget(value: unknown): boolean {
  return ['coveredLines', 'executableLines', 'lineCoverage', 'files'].filter((name) => memberOf(value, name) !== undefined).length >= 2;
}

function isArchive(document: unknown): boolean {
  const [lines] = Object.values(objectOf(document));
  const [line] = listOf(lines);
  return isObject(line) && typeof memberOf(line, 'isExecutable') === 'boolean' && memberOf(line, 'line') !== undefined;
}

function readTargets(document: unknown, listed: readonly unknown[]): ReportBody {
  const flags = flagList();
  const targets = expectedList(listed, 'targets');
  const { files, unmergeable } = mergeCoverage(
    uniqueFiles(targets.flatMap((target) => expectedList(memberOf(target, 'files'), 'files of a target').map(fileOf))),
  );
  for (const path of unmergeable) flags.add(`sums-not-united: targets count ${path} differently; the lower counts`);
  const bare = targets.filter((target) => listOf(memberOf(target, 'files')).length === 0).map((target) => jsonCount(target, names, nameOf(target)));
  const lines = sumCounts([...files.map(({ totals }) => totals.lines), ...bare]);
  const declared = jsonCount(document, names, 'the report') ?? sumCounts(targets.map((target) => jsonCount(target, names, nameOf(target))));
  compareHeader(flags, 'lines of the targets', { declared, counted: lines });
  if (files.length === 0) flags.add('sums-only: no file is listed');
  return coverageBody({ files, flags: flags.list(), totals: { ...sumFiles(files), lines, files: files.length > 0 ? files.length : null }, tool: 'xccov' });
}

function nameOf(target: JsonObject): string {
  return `target ${textOf(memberOf(target, 'name')) ?? ''}`.slice(0, 200);
}

function fileOf(entry: JsonObject): FileCoverage {
  const path = textOf(memberOf(entry, 'path')) ?? textOf(memberOf(entry, 'name'));
  if (!path) throw new ReportProblem('a file has neither path nor name');
  return { path, lines: noLines, totals: { ...noCounts, lines: jsonCount(entry, names, path.slice(0, 200)) } };
}

/** Files without those that another target counts exactly alike. */
function uniqueFiles(files: readonly FileCoverage[]): FileCoverage[] {
  return [...new Map(files.map((file) => [JSON.stringify([file.path, file.totals.lines]), file])).values()];
}

function readArchive(document: unknown): ReportBody {
  const files = Object.entries(objectOf(document)).map(([path, listed]): FileCoverage => {
    const pairs = expectedList(listed, `lines of ${path.slice(0, 200)}`).flatMap((line) => {
      if (memberOf(line, 'isExecutable') !== true) return [];
      const place = `of ${path.slice(0, 200)}`;
      return [[jsonWhole(memberOf(line, 'line'), `a line ${place}`), jsonHits(memberOf(line, 'executionCount') ?? 0, `an execution count ${place}`)] as const];
    });
    const lines = packLines(pairs);
    return { path, lines, totals: { ...noCounts, lines: countLines(lines) } };
  });
  return coverageBody({ files, flags: [], tool: 'xccov' });
}
