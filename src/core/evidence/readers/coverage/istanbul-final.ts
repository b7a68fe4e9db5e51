import { sumCounts } from '../../coverage/count.ts';
import { flagList } from '../../input/flag-list.ts';
import { jsonMembersSink } from '../../input/json-members-sink.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import type { CoverageTotals, FileCoverage } from '../../report.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { isIstanbulFile, readIstanbulFile } from './istanbul-final-file.ts';

/**
 * `coverage-final.json` of istanbul (nyc, Jest, Vitest, Cypress, karma), also as solidity-coverage's `coverage.json`: an
 * object of files, each with counters of statements, functions and branches (istanbul-lib-coverage, `FileCoverage`). It has
 * no sums: they are what istanbul's own summary says. A line counts where a statement begins.
 */
export const istanbulFinalReader: StreamReader = {
  format: 'istanbul-final',
  kind: 'coverage',
  recognises: ({ json }) => isIstanbulMap(json) || isIstanbulMap(memberOf(json, 'data')),
  open: openIstanbul,
};

function isIstanbulMap(value: unknown): boolean {
  return isObject(value) && isIstanbulFile(Object.values(value)[0]);
}

function openIstanbul(): ReportSink {
  const files = new Map<string, FileCoverage>();
  const flags = flagList();
  const members = jsonMembersSink((path, entry, line) => {
    // Of equal members of an object the last one counts.
    if (files.has(path)) flags.add(`duplicate-file: the last one is used (${path})`);
    files.set(path, readIstanbulFile(path, entry, line));
  }, 'data');
  return {
    push: members.push,
    end() {
      members.end();
      const totals = totalsOf([...files.values()]);
      const outcome = totals.statements ? 'ok' : 'empty';
      return { kind: 'coverage', outcome, totals, files: [...files.values()], flags: flags.list() };
    },
  };
}

function totalsOf(files: readonly FileCoverage[]): CoverageTotals {
  return {
    lines: sumCounts(files.map((file) => file.totals.lines)),
    branches: sumCounts(files.map((file) => file.totals.branches)),
    functions: sumCounts(files.map((file) => file.totals.functions)),
    statements: sumCounts(files.map((file) => file.totals.statements)),
    instructions: null,
    files: files.length,
  };
}
