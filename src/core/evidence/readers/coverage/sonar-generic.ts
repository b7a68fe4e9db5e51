import { countHits, someCount, sumCounts } from '../../coverage/count.ts';
import { packLines } from '../../coverage/line-hits.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { checkShare, parseWhole } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { Count, FileCoverage } from '../../report.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

interface SonarFile {
  readonly path: string;
  /** 1 or 0: the format says only whether a line ran. */
  readonly lines: Map<number, number>;
  readonly conditions: Map<number, Count>;
}

interface SonarState {
  readonly files: Map<string, SonarFile>;
  readonly flags: FlagList;
  current: SonarFile | null;
}

/**
 * SonarQube's generic coverage of slather, gcovr, ReportGenerator and others (SonarQube's "Generic test data": root
 * `coverage` with `version="1"`, `file`, `lineToCover`). Lines and, where given, branches. A line that stands twice is
 * covered when it is once, and its branches are the fullest count of the two.
 */
export const sonarGenericReader: StreamReader = {
  format: 'sonar-generic',
  kind: 'coverage',
  recognises: ({ xml }) =>
    xml?.root === 'coverage' &&
    xml.children.every((name) => name === 'file') &&
    Object.keys(xml.attributes).every((name) => name === 'version' || name.startsWith('xmlns') || name.startsWith('xsi:')) &&
    (xml.children.length > 0 || Object.hasOwn(xml.attributes, 'version')),
  open: openSonar,
};

function openSonar(): ReportSink {
  const state: SonarState = { files: new Map(), flags: flagList(), current: null };
  const sink = xmlSink({ open: (path, attributes, line) => openElement(state, { path, attributes, line }) });
  return {
    push: sink.push,
    end() {
      sink.end();
      return finish(state);
    },
  };
}

function openElement(state: SonarState, element: { path: readonly string[]; attributes: XmlAttributes; line: number }): void {
  const { path, attributes, line } = element;
  const name = path.at(-1);
  if (path.length === 1 && attributes.get('version') !== '1') state.flags.add(`version: ${attributes.get('version') ?? 'none'}, known is 1`);
  else if (path.length === 2 && name === 'file') state.current = openFile(state, attributes, line);
  else if (path.length === 3 && name === 'lineToCover' && state.current) readLine(state.current, attributes, line);
}

function openFile(state: SonarState, attributes: XmlAttributes, line: number): SonarFile {
  const path = attributes.get('path')?.trim() ?? '';
  if (path === '') throw new ReportProblem('a file has no path', line);
  if (state.files.has(path)) state.flags.add(`same-file: ${path} stands twice`);
  const file = state.files.get(path) ?? { path, lines: new Map(), conditions: new Map() };
  state.files.set(path, file);
  return file;
}

function readLine(file: SonarFile, attributes: XmlAttributes, line: number): void {
  const number = parseWhole(attributes.get('lineNumber'), { what: 'lineNumber of a line', line });
  const covered = attributes.get('covered')?.trim().toLowerCase();
  if (covered !== 'true' && covered !== 'false') throw new ReportProblem('covered of a line is neither true nor false', line);
  file.lines.set(number, Math.max(file.lines.get(number) ?? 0, covered === 'true' ? 1 : 0));
  const branches = attributes.get('branchesToCover');
  if (branches === undefined) return;
  const place = { what: 'branchesToCover of a line', line };
  const count = {
    covered: parseWhole(attributes.get('coveredBranches') ?? '0', { what: 'coveredBranches of a line', line }),
    total: parseWhole(branches, place),
  };
  checkShare(count, place);
  const known = file.conditions.get(number);
  if (!known || count.total > known.total || (count.total === known.total && count.covered > known.covered)) file.conditions.set(number, count);
}

function finish(state: SonarState): ReportBody {
  const files = [...state.files.values()].map(finishFile);
  const lines = sumCounts(files.map((file) => file.totals.lines)) ?? { covered: 0, total: 0 };
  return {
    kind: 'coverage',
    outcome: lines.total > 0 ? 'ok' : 'empty',
    totals: {
      lines,
      branches: sumCounts(files.map((file) => file.totals.branches)),
      functions: null,
      statements: null,
      instructions: null,
      files: files.length,
    },
    files,
    flags: state.flags.list(),
  };
}

function finishFile(file: SonarFile): FileCoverage {
  return {
    path: file.path,
    lines: packLines(file.lines),
    totals: { lines: countHits(file.lines), branches: someCount(sumCounts(file.conditions.values())), functions: null, statements: null, instructions: null },
  };
}
