import { noLines } from '../../coverage/line-hits.ts';
import { noCounts, sumFiles } from '../../coverage/sum-files.ts';
import { flagList } from '../../input/flag-list.ts';
import { isObject, memberOf, objectOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareHeader } from './compare-header.ts';
import { coverageBody } from './coverage-body.ts';
import { jsonCount } from './json-count.ts';

const names = { covered: 'covered', total: 'total' };
const measures = ['lines', 'branches', 'functions', 'statements'] as const;

/**
 * `coverage-summary.json` of istanbul's `json-summary` reporter (nyc, jest, vitest, c8, karma): sums for each file and in
 * `total`, as istanbul-lib-coverage's `CoverageSummary` writes them. Its percentages, which are truncated and the word
 * `Unknown` where there is nothing, are not read; `branchesTrue` repeats branches. The files' sum counts.
 */
export const istanbulSummaryReader: JsonReader = {
  format: 'istanbul-summary',
  kind: 'coverage',
  recognises: (document) => measures.some((measure) => memberOf(memberOf(memberOf(document, 'total'), measure), 'pct') !== undefined),
  read,
};

function read(document: unknown): ReportBody {
  const flags = flagList();
  const { total, ...entries } = objectOf(document);
  const declared = countsOf(total, 'total');
  const files = Object.entries(entries).map(([path, entry]): FileCoverage => {
    if (!isObject(entry)) throw new ReportProblem(`the entry of ${path.slice(0, 200)} is no object; expected its sums`);
    return { path, lines: noLines, totals: countsOf(entry, path) };
  });
  if (files.length === 0) return coverageBody({ files, flags: ['sums-only: no file is listed'], totals: { ...declared, files: 0 } });
  const totals = sumFiles(files);
  for (const measure of measures) compareHeader(flags, `${measure} of total`, { declared: declared[measure], counted: totals[measure] });
  return coverageBody({ files, flags: flags.list(), totals });
}

function countsOf(entry: unknown, path: string): FileCoverage['totals'] {
  const counts = measures.map((measure) => [measure, jsonCount(memberOf(entry, measure), names, `${measure} of ${path}`)]);
  return { ...noCounts, ...Object.fromEntries(counts) };
}
