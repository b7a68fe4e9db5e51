import { countLines, noLines, packLines } from '../../coverage/line-hits.ts';
import { noCounts, sumFiles } from '../../coverage/sum-files.ts';
import { expectedList } from '../../input/expected-list.ts';
import { flagList } from '../../input/flag-list.ts';
import { jsonHits } from '../../input/json-figure.ts';
import { isObject, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { Count, FileCoverage } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareHeader } from './compare-header.ts';
import { coverageBody } from './coverage-body.ts';
import { jsonCount } from './json-count.ts';
import { linesOfCode, rubyLines } from './ruby-lines.ts';

const names = { covered: 'covered', total: 'total' };

/**
 * `coverage.json` of SimpleCov's JSON formatter (`simplecov_json_formatter`, and SimpleCov 1 with its `total`), and of the
 * older gem `simplecov-json` with `files` and `metrics`. Lines are recounted; null is no code, `ignored` is left out.
 */
export const simplecovJsonReader: JsonReader = {
  format: 'simplecov-json',
  kind: 'coverage',
  recognises: (document) => textOf(memberOf(memberOf(document, 'meta'), 'simplecov_version')) !== null || isOlder(document),
  read: (document) => (isOlder(document) ? readOlder(document) : read(document)),
};

function isOlder(document: unknown): boolean {
  return memberOf(memberOf(document, 'metrics'), 'covered_strength') !== undefined && Array.isArray(memberOf(document, 'files'));
}

function read(document: unknown): ReportBody {
  const flags = flagList();
  const coverage = memberOf(document, 'coverage');
  if (!isObject(coverage)) throw new ReportProblem('it has no `coverage`; expected an object of files');
  const files = Object.entries(coverage).map(([path, entry]) => fileOf(path, entry));
  const totals = sumFiles(files);
  const declared = memberOf(document, 'total');
  const pairs = [
    ['lines', totals.lines],
    ['branches', totals.branches],
    ['methods', totals.functions],
  ] as const;
  for (const [name, counted] of pairs)
    compareHeader(flags, `${name} of total`, { declared: jsonCount(memberOf(declared, name), names, `${name} of total`), counted });
  const meta = memberOf(document, 'meta');
  return coverageBody({
    files,
    flags: flags.list(),
    totals,
    tool: `simplecov ${textOf(memberOf(meta, 'simplecov_version')) ?? ''}`,
    madeAt: memberOf(meta, 'timestamp'),
  });
}

function fileOf(path: string, entry: unknown): FileCoverage {
  const listed = Array.isArray(entry) ? entry : memberOf(objectOf(entry), 'lines');
  const lines = listed === undefined || listed === null ? null : packLines(linesOfCode(rubyLines(listed, path)));
  const totals = { lines: lines && countLines(lines), branches: hitsOf(entry, 'branches', path), functions: hitsOf(entry, 'methods', path) };
  return { path, lines: lines ?? noLines, totals: { ...noCounts, ...totals } };
}

/** Counts a list of things that carry their own hits; null where the file has no such list. */
function hitsOf(entry: unknown, name: string, path: string): Count | null {
  const listed = memberOf(entry, name);
  if (listed === undefined || listed === null) return null;
  const hits = expectedList(listed, `${name} of ${path.slice(0, 200)}`)
    .map((one) => memberOf(one, 'coverage'))
    .filter((one) => one !== 'ignored' && one !== null)
    .map((one) => jsonHits(one, `one of the ${name} of ${path.slice(0, 200)}`));
  return { covered: hits.filter((one) => one > 0).length, total: hits.length };
}

function readOlder(document: unknown): ReportBody {
  const flags = flagList();
  const files = expectedList(memberOf(document, 'files'), 'files').map((entry): FileCoverage => {
    const path = textOf(memberOf(entry, 'filename'));
    if (!path) throw new ReportProblem('a file has no filename');
    return fileOf(path, memberOf(entry, 'coverage'));
  });
  const totals = sumFiles(files);
  const declared = jsonCount(memberOf(document, 'metrics'), { covered: 'covered_lines', total: 'total_lines' }, 'metrics');
  compareHeader(flags, 'lines of metrics', { declared, counted: totals.lines });
  return coverageBody({ files, flags: flags.list(), totals, tool: 'simplecov' });
}
