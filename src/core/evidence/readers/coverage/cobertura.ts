import { sameCount, someCount, sumCounts } from '../../coverage/count.ts';
import { lineBuffer } from '../../coverage/hits-buffer.ts';
import type { LineBuffer } from '../../coverage/hits-buffer.ts';
import { countLines } from '../../coverage/line-hits.ts';
import { addPart } from '../../coverage/sorted-parts.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { parseDeclared, parseHits, parseWhole } from '../../input/parse-figure.ts';
import type { Count } from '../../report.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { conditionBuffer, countConditions } from './cobertura-conditions.ts';
import type { ConditionBuffer } from './cobertura-conditions.ts';
import { conditionParts, finishCoberturaFiles, lineParts, uniteClasses } from './cobertura-file.ts';
import type { CoberturaFile } from './cobertura-file.ts';
import { conditionCoverage } from './condition-coverage.ts';
import type { ConditionCoverage } from './condition-coverage.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

/** What the root declares, by attribute. */
type Header = Readonly<Record<string, string | undefined>>;

interface CoberturaState {
  /** By package and file name. */
  readonly parts: Map<string, CoberturaFile>;
  readonly flags: FlagList;
  readonly sources: string[];
  /** Of the class at hand; moved to its file when the next begins. */
  readonly lines: LineBuffer;
  readonly conditions: ConditionBuffer;
  readonly condition: ConditionCoverage;
  /** How many lines the class at hand has itself, and below its methods. */
  own: number;
  below: number;
  header: Header;
  /** Where the element at hand stands. */
  line: number;
  package: string;
  current: CoberturaFile | null;
  source: string;
}

/** Cobertura XML of coverage.py, coverlet, istanbul, gcovr and others. Clover and Sonar share the name of its root. */
export const coberturaReader: StreamReader = {
  format: 'cobertura',
  kind: 'coverage',
  recognises: ({ xml }) =>
    xml?.root === 'coverage' &&
    !xml.children.includes('project') &&
    !xml.children.includes('file') &&
    ('line-rate' in xml.attributes || 'lines-valid' in xml.attributes || xml.children.includes('packages')),
  open: openCobertura,
};

function openCobertura(): ReportSink {
  const state: CoberturaState = {
    parts: new Map(),
    flags: flagList(),
    sources: [],
    lines: lineBuffer(),
    conditions: conditionBuffer(),
    condition: conditionCoverage(),
    own: 0,
    below: 0,
    header: {},
    line: 1,
    package: '',
    current: null,
    source: '',
  };
  const sink = xmlSink({
    open(path, attributes, line) {
      state.line = line;
      openElement(state, path, attributes);
    },
    textOf: new Set(['source']),
    text: (_, text) => {
      state.source += text;
    },
    closeOf: new Set(['source']),
    close: () => closeSource(state),
  });
  return {
    push: sink.push,
    end() {
      sink.end();
      settleClass(state);
      endClass(state);
      return finish(state);
    },
  };
}

function headerOf(attributes: XmlAttributes): Header {
  return Object.fromEntries(['lines-covered', 'lines-valid', 'branches-covered', 'branches-valid', 'line-rate'].map((name) => [name, attributes.get(name)]));
}

function closeSource(state: CoberturaState): void {
  const source = state.source.trim();
  if (source !== '' && state.sources.length < 200) state.sources.push(source);
  state.source = '';
}

function openElement(state: CoberturaState, path: readonly string[], attributes: XmlAttributes): void {
  const depth = path.length;
  switch (path[depth - 1]) {
    case 'line':
      // Lines stand again below each method; only the class's own list counts.
      if (!state.current || path[depth - 2] !== 'lines') break;
      if (path[depth - 3] === 'class') readLine(state, attributes);
      else state.below += 1;
      break;
    case 'class':
      settleClass(state);
      endClass(state);
      state.current = openClass(state, attributes);
      break;
    case 'package':
      state.package = attributes.get('name') ?? '';
      break;
    default:
      if (depth === 1) state.header = headerOf(attributes);
  }
}

/** A class without a file name still counts; no repository file will be found for it. */
function openClass(state: CoberturaState, attributes: XmlAttributes): CoberturaFile {
  const path = attributes.get('filename')?.trim() ?? '';
  if (path === '') state.flags.add(`no-filename: class ${attributes.get('name') ?? ''}`);
  const key = JSON.stringify([state.package, path]);
  const part = state.parts.get(key) ?? { path, lines: [], conditions: [] };
  state.parts.set(key, part);
  return part;
}

function settleClass(state: CoberturaState): void {
  const [lines, conditions] = [state.lines.take(), state.conditions.take()];
  if (state.current && lines) addPart(state.current.lines, lines, lineParts);
  if (state.current && conditions) addPart(state.current.conditions, conditions, conditionParts);
}

/** A class that lists its lines only below its methods has none of its own to count. */
function endClass(state: CoberturaState): void {
  if (state.current && state.own === 0 && state.below > 0)
    state.flags.add(`lines-below-methods: ${state.below} lines stand only below methods and do not count (${state.current.path})`);
  [state.own, state.below] = [0, 0];
}

function readLine(state: CoberturaState, attributes: XmlAttributes): void {
  const { line } = state;
  state.own += 1;
  let number = attributes.whole('number');
  if (number < 0) number = parseWhole(attributes.get('number'), { what: 'number of a line', line });
  let hits = attributes.whole('hits');
  if (hits < 0) hits = parseHits(attributes.get('hits'), { what: 'hits of a line', line });
  const full = state.lines.add(number, hits);
  if (state.condition.read(attributes, line)) state.conditions.add(number, state.condition.count);
  if (full) settleClass(state);
}

function finish(state: CoberturaState): ReportBody {
  const parts = [...state.parts.values()].map(uniteClasses);
  const lines = sumCounts(parts.map((part) => countLines(part.lines))) ?? { covered: 0, total: 0 };
  const listed = someCount(sumCounts(parts.map((part) => countConditions(part.conditions))));
  const files = finishCoberturaFiles(parts);
  const merged = sumCounts(files.map((file) => file.totals.lines)) ?? lines;
  if (!sameCount(merged, lines))
    state.flags.add(`same-file: a file stands in several packages; ${show(merged)} lines by file, ${show(lines)} by package and file`);
  const linesAgree = compareLines(state, lines);
  return {
    kind: 'coverage',
    outcome: lines.total > 0 ? 'ok' : 'empty',
    totals: { lines, branches: branchesOf(state, listed, linesAgree), functions: null, statements: null, instructions: null, files: files.length },
    files,
    sources: state.sources,
    flags: state.flags.list(),
  };
}

/** Flags a header that says other than the body; returns whether both agree as far as they can be compared. */
function compareLines(state: CoberturaState, counted: Count): boolean {
  const declared = declaredCount(state.header, 'lines');
  if (declared) {
    if (sameCount(declared, counted)) return true;
    state.flags.add(`header-disagrees: lines ${show(declared)}, counted ${show(counted)}`);
    return false;
  }
  const rate = Number(state.header['line-rate'] ?? 'NaN');
  if (Number.isFinite(rate) && counted.total > 0 && Math.abs(rate - counted.covered / counted.total) > 0.01) {
    state.flags.add(`header-disagrees: line-rate ${rate}, counted ${show(counted)}`);
    return false;
  }
  return true;
}

/**
 * Branches as listed, save one case: istanbul writes one condition a line and the full count in the header. Where the
 * header has more branches than the body and the same lines, the header is the fuller truth.
 */
function branchesOf(state: CoberturaState, listed: Count | null, linesAgree: boolean): Count | null {
  const declared = declaredCount(state.header, 'branches');
  if (!declared || declared.total === 0) return listed;
  if (!listed || sameCount(declared, listed)) {
    if (!listed) state.flags.add(`header-disagrees: branches ${show(declared)}, none listed`);
    return listed;
  }
  const fuller = linesAgree && declared.total > listed.total && declared.covered >= listed.covered && declared.covered <= declared.total;
  state.flags.add(`header-disagrees: branches ${show(declared)}, counted ${show(listed)}; ${fuller ? 'the header' : 'the count'} is used`);
  return fuller ? declared : listed;
}

function declaredCount(header: Header, what: string): Count | null {
  const covered = parseDeclared(header[`${what}-covered`]);
  const total = parseDeclared(header[`${what}-valid`]);
  return covered === null || total === null ? null : { covered, total };
}

function show(count: Count): string {
  return `${count.covered}/${count.total}`;
}
