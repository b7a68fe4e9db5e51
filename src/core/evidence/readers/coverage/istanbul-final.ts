import { sumCounts } from '../../coverage/count.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { jsonMembersSink } from '../../input/json-members-sink.ts';
import { isObject, memberOf } from '../../input/json-shape.ts';
import type { CoverageTotals, FileCoverage } from '../../report.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { isIstanbulFile, readIstanbulFile } from './istanbul-final-file.ts';

/**
 * `coverage-final.json` of istanbul (nyc, Jest, Vitest, Cypress, karma), also as solidity-coverage's `coverage.json`: an
 * object of files, each with counters of statements, functions and branches (istanbul-lib-coverage, `FileCoverage`). It has
 * no sums: they are what istanbul's own summary says. A line counts where a statement begins. Where statements have no
 * place (`statementMap`), statements count and lines do not.
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
      const all = inStatements([...files.values()], flags);
      const totals = totalsOf(all);
      return { kind: 'coverage', outcome: totals.statements ? 'ok' : 'empty', totals, files: all, flags: flags.list() };
    },
  };
}

/** Where statements of a file have no place its lines are not known: then none are counted, so that all files have one measure. */
function inStatements(files: readonly FileCoverage[], flags: FlagList): readonly FileCoverage[] {
  const placeless = files.filter(({ lines, totals }) => totals.statements && lines.numbers.length === 0);
  for (const { path } of placeless) flags.add(`no-line: statements have no place in the file, so lines are not counted (${path})`);
  return placeless.length === 0 ? files : files.map((file) => ({ ...file, totals: { ...file.totals, lines: null } }));
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
