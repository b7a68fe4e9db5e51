import { packLines } from '../../coverage/line-hits.ts';
import { noCounts, sumFiles } from '../../coverage/sum-files.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { jsonWhole } from '../../input/json-figure.ts';
import { isObject, listOf, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { Count, FileCoverage } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareHeader } from './compare-header.ts';
import { coverageBody } from './coverage-body.ts';
import { jsonCount } from './json-count.ts';

const statements = { covered: 'covered_lines', total: 'num_statements' };
const branches = { covered: 'covered_branches', total: 'num_branches' };

/**
 * `coverage json` of coverage.py 5 and newer (formats 1 to 3, `coverage/jsonreport.py`): lines and, where they were
 * measured, branches. A file's `summary` counts statements. `executed_lines` may name a few more (docstrings of modules and
 * classes), so lines are kept as listed, and the summary is the count. Percentages, which mix lines and branches, are not read.
 */
export const coveragepyJsonReader: JsonReader = {
  format: 'coveragepy-json',
  kind: 'coverage',
  recognises: (document) =>
    textOf(memberOf(memberOf(document, 'meta'), 'version')) !== null &&
    memberOf(memberOf(document, 'meta'), 'branch_coverage') !== undefined &&
    isObject(memberOf(document, 'files')),
  read,
};

interface Reading {
  readonly flags: FlagList;
  /** Lines that ran and are no statements. */
  more: number;
  excluded: number;
}

function read(document: unknown): ReportBody {
  const reading: Reading = { flags: flagList(), more: 0, excluded: 0 };
  const files = Object.entries(objectOf(memberOf(document, 'files'))).map(([path, entry]) => fileOf(reading, path, entry));
  const { flags } = reading;
  const declared = memberOf(document, 'totals');
  const totals = sumFiles(files);
  compareHeader(flags, 'lines of totals', { declared: jsonCount(declared, statements, 'totals'), counted: totals.lines });
  compareHeader(flags, 'branches of totals', { declared: jsonCount(declared, branches, 'totals'), counted: totals.branches });
  if (reading.more > 0) flags.add(`not-statements: ${reading.more} executed lines are no statements, such as docstrings; the summaries count`);
  if (reading.excluded > 0) flags.add(`excluded-lines: ${reading.excluded} lines are left out by exclusion comments`);
  const meta = memberOf(document, 'meta');
  return coverageBody({
    files,
    flags: flags.list(),
    totals,
    tool: `coverage.py ${textOf(memberOf(meta, 'version')) ?? ''}`,
    madeAt: memberOf(meta, 'timestamp'),
  });
}

function fileOf(reading: Reading, path: string, entry: unknown): FileCoverage {
  if (!isObject(entry)) throw new ReportProblem(`the entry of ${path.slice(0, 200)} is no object; expected its lines`);
  const executed = lineNumbers(memberOf(entry, 'executed_lines'), path);
  const missing = lineNumbers(memberOf(entry, 'missing_lines'), path);
  reading.excluded += listOf(memberOf(entry, 'excluded_lines')).length;
  const summary = memberOf(entry, 'summary');
  const declared = jsonCount(summary, statements, `summary of ${path}`);
  const listed = executed && missing ? { executed, missing } : null;
  if (!listed && !declared) throw new ReportProblem(`${path.slice(0, 200)} has neither lines nor a summary`);
  return {
    path,
    lines: listed ? packLines([...listed.executed.map((line) => [line, 1] as const), ...listed.missing.map((line) => [line, 0] as const)]) : packLines([]),
    totals: {
      ...noCounts,
      lines: listed ? settle(reading, path, { ...listed, declared }) : declared,
      branches: jsonCount(summary, branches, `summary of ${path}`),
    },
  };
}

/** The summary, where the lists allow it: every missing line is listed, and at least the covered ones are executed. */
function settle(reading: Reading, path: string, found: { executed: readonly number[]; missing: readonly number[]; declared: Count | null }): Count {
  const { executed, missing, declared } = found;
  const counted = { covered: executed.length, total: executed.length + missing.length };
  if (!declared) return counted;
  const possible = declared.total - declared.covered === missing.length && declared.covered <= executed.length;
  if (!possible) {
    compareHeader(reading.flags, `lines of ${path}`, { declared, counted });
    return counted;
  }
  reading.more += counted.total - declared.total;
  return declared;
}

function lineNumbers(value: unknown, path: string): number[] | null {
  if (value === undefined) return null;
  if (!Array.isArray(value)) throw new ReportProblem(`the lines of ${path.slice(0, 200)} are no list`);
  return [...new Set(value.map((line) => jsonWhole(line, `a line of ${path}`)))];
}
