import { countLines, noLines, packLines } from '../../coverage/line-hits.ts';
import { mergeCoverage } from '../../coverage/merge-coverage.ts';
import { noCounts, sumFiles } from '../../coverage/sum-files.ts';
import { expectedList } from '../../input/expected-list.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { boundCount } from './bound-count.ts';
import { compareHeader } from './compare-header.ts';
import { coverageBody } from './coverage-body.ts';
import { jsonCount } from './json-count.ts';
import { llvmLines } from './llvm-lines.ts';

const names = { covered: 'covered', total: 'count' };
const measures = ['lines', 'branches', 'functions'] as const;

/**
 * `llvm-cov export --format=text` (`CoverageExporterJson.cpp`; cargo-llvm-cov, swift-package-manager), with or without
 * `--summary-only`. A file's `summary` counts; its lines come from its segments, and may be fewer, because the summary
 * counts a line with each function that it belongs to; where they show that less ran, that counts. Regions, instantiations and MC/DC are not counted.
 */
export const llvmCovJsonReader: JsonReader = {
  format: 'llvm-cov-json',
  kind: 'coverage',
  recognises: (document) =>
    memberOf(document, 'type') === 'llvm.coverage.json.export' ||
    memberOf(memberOf(memberOf(entriesOf(document)[0], 'totals'), 'regions'), 'notcovered') !== undefined,
  read,
};

function entriesOf(document: unknown): readonly unknown[] {
  const data = memberOf(document, 'data');
  return Array.isArray(data) ? data : [];
}

function read(document: unknown): ReportBody {
  const flags = flagList();
  const entries = expectedList(memberOf(document, 'data'), 'data');
  const listed = entries.flatMap((entry) => expectedList(memberOf(entry, 'files'), 'files of data').map((file) => fileOf(file, flags)));
  const { files, unmergeable } = mergeCoverage(listed);
  for (const path of unmergeable) flags.add(`sums-not-united: ${path} is listed twice without its lines; the lower counts`);
  const declared = entries.map((entry) => countsOf(memberOf(entry, 'totals'), 'totals'));
  const sums = sumFiles(declared.map((totals) => ({ totals })));
  const tool = `llvm-cov export ${textOf(memberOf(document, 'version')) ?? ''}`;
  if (files.length === 0) return coverageBody({ files, flags: ['sums-only: no file is listed'], totals: { ...sums, files: 0 }, tool });
  const totals = sumFiles(files);
  for (const measure of measures) compareHeader(flags, `${measure} of totals`, { declared: sums[measure], counted: totals[measure] });
  return coverageBody({ files, flags: flags.list(), totals, tool });
}

function fileOf(entry: unknown, flags: FlagList): FileCoverage {
  const path = textOf(memberOf(entry, 'filename'));
  if (!path) throw new ReportProblem('a file has no filename');
  const segments = memberOf(entry, 'segments');
  const lines = segments === undefined ? noLines : packLines(llvmLines(segments, path.slice(0, 200)));
  const totals = countsOf(memberOf(entry, 'summary'), path.slice(0, 200));
  if (!totals.lines) throw new ReportProblem(`${path.slice(0, 200)} has no summary of its lines`);
  const [declared, listed] = [totals.lines, countLines(lines)];
  const bound = boundCount(declared, listed);
  if (bound !== declared)
    flags.add(
      `header-disagrees: lines ${declared.covered}/${declared.total}, segments ${listed.covered}/${listed.total}; the lower counts (${path.slice(0, 200)})`,
    );
  return { path, lines, totals: { ...totals, lines: bound } };
}

function countsOf(summary: unknown, what: string): FileCoverage['totals'] {
  const counts = measures.map((measure) => [measure, jsonCount(memberOf(summary, measure), names, `${measure} of ${what}`)]);
  return { ...noCounts, ...Object.fromEntries(counts) };
}
