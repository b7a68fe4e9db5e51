import { sameCount, someCount, sumCounts } from '../../coverage/count.ts';
import { lineBuffer } from '../../coverage/hits-buffer.ts';
import type { LineBuffer } from '../../coverage/hits-buffer.ts';
import { addPart } from '../../coverage/sorted-parts.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { addHits, parseWhole } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { Count, CoverageTotals, FileCoverage } from '../../report.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { finishJacocoFile, lineParts } from './jacoco-file.ts';
import type { JacocoFile } from './jacoco-file.ts';
import { lowerCount } from './lower-count.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

interface JacocoState {
  /** By group, package and file. */
  readonly files: Map<string, JacocoFile>;
  readonly flags: FlagList;
  /** The report's own counters, by type. Every level below has counters of its own: adding them would multiply. */
  readonly totals: Map<string, Count>;
  readonly groups: string[];
  /** Of the file at hand; moved to it when it ends. */
  readonly lines: LineBuffer;
  /** Where the element at hand stands. */
  line: number;
  package: string;
  current: JacocoFile | null;
}

/** JaCoCo XML of Maven, Gradle, Android and Pester. */
export const jacocoReader: StreamReader = {
  format: 'jacoco',
  kind: 'coverage',
  recognises: ({ xml }) =>
    xml?.root === 'report' && (/JACOCO|jacoco/.test(xml.doctype) || ['sessioninfo', 'counter', 'package', 'group'].some((name) => xml.children.includes(name))),
  open: openJacoco,
};

function openJacoco(): ReportSink {
  const state: JacocoState = { files: new Map(), flags: flagList(), totals: new Map(), groups: [], lines: lineBuffer(), line: 1, package: '', current: null };
  const sink = xmlSink({
    open(path, attributes, line) {
      state.line = line;
      openElement(state, path, attributes);
    },
    closeOf: new Set(['group', 'sourcefile']),
    close: (path) => {
      if (path[path.length - 1] === 'group') state.groups.pop();
      else {
        settleFile(state);
        state.current = null;
      }
    },
  });
  return {
    push: sink.push,
    end() {
      sink.end();
      return finish(state);
    },
  };
}

function openElement(state: JacocoState, path: readonly string[], attributes: XmlAttributes): void {
  const { line } = state;
  const parent = path[path.length - 2];
  switch (path[path.length - 1]) {
    case 'group':
      state.groups.push(attributes.get('name') ?? '');
      break;
    case 'package':
      state.package = attributes.get('name') ?? '';
      break;
    case 'sourcefile':
      state.current = openFile(state, attributes, line);
      break;
    case 'line':
      if (parent === 'sourcefile' && state.current) readLine(state, attributes, line);
      break;
    case 'counter':
      if (path.length === 2) readCounter(state.totals, attributes, line);
      else if (parent === 'sourcefile' && state.current) readCounter(state.current.counters, attributes, line);
      break;
    default:
  }
}

function openFile(state: JacocoState, attributes: XmlAttributes, line: number): JacocoFile {
  const name = attributes.get('name');
  if (!name) throw new ReportProblem('a sourcefile has no name', line);
  const path = state.package === '' ? name : `${state.package}/${name}`;
  const group = state.groups.join('/');
  const key = JSON.stringify([group, path]);
  const file = state.files.get(key) ?? { path, group, lines: [], counters: new Map(), unknownLines: 0 };
  state.files.set(key, file);
  return file;
}

function settleFile(state: JacocoState): void {
  const lines = state.lines.take();
  if (state.current && lines) addPart(state.current.lines, lines, lineParts);
}

function readLine(state: JacocoState, attributes: XmlAttributes, line: number): void {
  let number = attributes.whole('nr');
  if (number < 0) number = parseWhole(attributes.get('nr'), { what: 'nr of a line', line });
  let covered = attributes.whole('ci');
  if (covered < 0) {
    const said = attributes.get('ci');
    if (said === undefined && attributes.get('mi') === undefined && state.current) {
      state.current.unknownLines += 1;
      return;
    }
    covered = parseWhole(said ?? '0', { what: 'ci of a line', line });
  }
  if (state.lines.add(number, covered)) settleFile(state);
}

function readCounter(counters: Map<string, Count>, attributes: XmlAttributes, line: number): void {
  const type = attributes.get('type') ?? '';
  const covered = parseWhole(attributes.get('covered'), { what: 'covered of a counter', line });
  const missed = parseWhole(attributes.get('missed'), { what: 'missed of a counter', line });
  const known = counters.get(type);
  counters.set(type, { covered: addHits(known?.covered ?? 0, covered), total: addHits(known?.total ?? 0, addHits(covered, missed)) });
}

function finish(state: JacocoState): ReportBody {
  const files = [...state.files.values()].map((file) => finishJacocoFile(file, state.flags));
  const totals = state.totals.size > 0 ? declaredTotals(state, files) : summedTotals(state, files);
  const headline = someCount(totals.lines) ?? someCount(totals.instructions);
  if (headline && files.length === 0) state.flags.add('no-source-files: the report names no source file, so no component can be judged by it');
  return { kind: 'coverage', outcome: headline ? 'ok' : 'empty', totals, files, flags: state.flags.list() };
}

/** The report's own counters are its headline; what the files add up to is compared with them, and counts where equally many lines ran less. */
function declaredTotals(state: JacocoState, files: readonly FileCoverage[]): CoverageTotals {
  const lines = someCount(state.totals.get('LINE') ?? null);
  const counted = sumCounts(files.map((file) => file.totals.lines));
  if (lines && counted && !sameCount(lines, counted))
    state.flags.add(`header-disagrees: LINE ${lines.covered}/${lines.total}, counted ${counted.covered}/${counted.total}`);
  return {
    lines: lines && counted ? lowerCount(lines, counted) : lines,
    branches: someCount(state.totals.get('BRANCH') ?? null),
    functions: someCount(state.totals.get('METHOD') ?? null),
    statements: null,
    instructions: someCount(state.totals.get('INSTRUCTION') ?? null),
    files: files.length,
  };
}

function summedTotals(state: JacocoState, files: readonly FileCoverage[]): CoverageTotals {
  if (files.length > 0) state.flags.add('no-report-counters: the counters of the files are added up');
  return {
    lines: sumCounts(files.map((file) => file.totals.lines)),
    branches: sumCounts(files.map((file) => file.totals.branches)),
    functions: sumCounts(files.map((file) => file.totals.functions)),
    statements: null,
    instructions: sumCounts(files.map((file) => file.totals.instructions)),
    files: files.length,
  };
}
