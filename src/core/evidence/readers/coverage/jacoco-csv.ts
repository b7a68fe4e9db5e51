import { noLines } from '../../coverage/line-hits.ts';
import { noCounts, sumFiles } from '../../coverage/sum-files.ts';
import { sumCounts } from '../../coverage/count.ts';
import { lineSink } from '../../input/line-sink.ts';
import { parseWhole } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { Count, FileCoverage } from '../../report.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { coverageBody } from './coverage-body.ts';
import { csvFields } from './csv-fields.ts';

const begin = 'GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,';

/**
 * `jacoco.csv` of JaCoCo's CSV report (`org.jacoco.report.csv`): a row a class, with missed and covered instructions,
 * branches and lines, which are summed. It has no files and no lines, and lines that two classes share count with each, so
 * the XML report is the better evidence. Classes stand as `package/Outer`, which fits no file of a repository.
 */
export const jacocoCsvReader: StreamReader = { format: 'jacoco-csv', kind: 'coverage', recognises: ({ text }) => text.startsWith(begin), open };

interface Row {
  readonly group: string;
  readonly path: string;
  readonly totals: FileCoverage['totals'];
}

function open(): ReportSink {
  let columns: string[] | null = null;
  const classes = new Map<string, Row>();
  const lines = lineSink((text, line) => {
    if (text.trim() === '') return;
    const fields = csvFields(text);
    if (!columns) columns = fields.map((field) => field.trim());
    else if (columns.join() !== fields.join()) addRow(classes, rowOf(columns, fields, line));
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      const files = [...classes.values()].map(({ path, group, totals }): FileCoverage => ({ path, group, lines: noLines, totals }));
      return coverageBody({ files, flags: files.length > 0 ? ['classes-only: no source file is named'] : [], totals: { ...sumFiles(files), files: null } });
    },
  };
}

function rowOf(columns: readonly string[], fields: readonly string[], line: number): Row {
  if (fields.length !== columns.length) throw new ReportProblem(`a row has ${fields.length} fields; expected ${columns.length}, as the first row has`, line);
  const at = (name: string): string => fields[columns.indexOf(name)] ?? '';
  const count = (name: string): Count | null => {
    if (!columns.includes(`${name}_MISSED`) || !columns.includes(`${name}_COVERED`)) return null;
    const missed = parseWhole(at(`${name}_MISSED`), { what: `${name}_MISSED`, line });
    const covered = parseWhole(at(`${name}_COVERED`), { what: `${name}_COVERED`, line });
    return { covered, total: missed + covered };
  };
  // `Outer.Inner` and `Outer.new Runnable() {...}` lie in the file of `Outer`.
  const outer = at('CLASS').split('.', 1)[0] ?? '';
  const path = [...at('PACKAGE').split('.'), outer].filter((part) => part !== '').join('/');
  return { group: at('GROUP'), path, totals: { ...noCounts, lines: count('LINE'), branches: count('BRANCH'), instructions: count('INSTRUCTION') } };
}

function addRow(classes: Map<string, Row>, row: Row): void {
  const key = JSON.stringify([row.group, row.path]);
  const known = classes.get(key);
  if (!known) {
    classes.set(key, row);
    return;
  }
  const [a, b] = [known.totals, row.totals];
  const totals = {
    ...noCounts,
    lines: sumCounts([a.lines, b.lines]),
    branches: sumCounts([a.branches, b.branches]),
    instructions: sumCounts([a.instructions, b.instructions]),
  };
  classes.set(key, { ...row, totals });
}
