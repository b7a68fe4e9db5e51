import { noLines } from '../../coverage/line-hits.ts';
import { noCounts, sumFiles } from '../../coverage/sum-files.ts';
import { flagList } from '../../input/flag-list.ts';
import { expectedList } from '../../input/expected-list.ts';
import { memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareHeader } from './compare-header.ts';
import { coverageBody } from './coverage-body.ts';
import { jsonCount } from './json-count.ts';

const version = 'gcovr/summary_format_version';
const measures = [
  ['lines', 'line'],
  ['branches', 'branch'],
  ['functions', 'function'],
] as const;

/** `gcovr --json-summary` (gcovr 5 and newer, its `json.rst`): sums of lines, branches and functions for each file. The files' sum counts. */
export const gcovrSummaryJsonReader: JsonReader = {
  format: 'gcovr-summary-json',
  kind: 'coverage',
  recognises: (document) => memberOf(document, version) !== undefined,
  read,
};

function read(document: unknown): ReportBody {
  const flags = flagList();
  const declared = countsOf(document, 'the whole');
  const files = expectedList(memberOf(document, 'files'), 'files').map((entry): FileCoverage => {
    const path = textOf(memberOf(entry, 'filename'));
    if (!path) throw new ReportProblem('a file has no filename');
    return { path, lines: noLines, totals: countsOf(entry, path) };
  });
  const tool = `gcovr summary format ${textOf(memberOf(document, version)) ?? ''}`;
  if (files.length === 0) return coverageBody({ files, flags: ['sums-only: no file is listed'], totals: { ...declared, files: 0 }, tool });
  const totals = sumFiles(files);
  for (const [measure] of measures) compareHeader(flags, measure, { declared: declared[measure], counted: totals[measure] });
  return coverageBody({ files, flags: flags.list(), totals, tool });
}

function countsOf(entry: unknown, path: string): FileCoverage['totals'] {
  const counts = measures.map(([measure, name]) => [
    measure,
    jsonCount(entry, { covered: `${name}_covered`, total: `${name}_total` }, `${measure} of ${path}`),
  ]);
  return { ...noCounts, ...Object.fromEntries(counts) };
}
