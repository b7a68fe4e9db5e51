import { countHits, sameCount, someCount, sumCounts } from '../../coverage/count.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { addHits, checkShare, parseDeclared, parseHits, parseWhole } from '../../input/parse-figure.ts';
import type { Count } from '../../report.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import { finishCoberturaFiles, noteCondition } from './cobertura-file.ts';
import type { CoberturaFile } from './cobertura-file.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

/** What the root declares, by attribute. */
type Header = Readonly<Record<string, string | undefined>>;

interface CoberturaState {
  /** By package and file name. */
  readonly parts: Map<string, CoberturaFile>;
  readonly flags: FlagList;
  readonly sources: string[];
  header: Header;
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
  const state: CoberturaState = { parts: new Map(), flags: flagList(), sources: [], header: {}, package: '', current: null, source: '' };
  const sink = xmlSink({
    open: (path, attributes, line) => openElement(state, { path, attributes, line }),
    text: (path, text) => {
      if (path.at(-1) === 'source') state.source += text;
    },
    close: (path) => {
      if (path.at(-1) === 'source') closeSource(state);
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

function headerOf(attributes: XmlAttributes): Header {
  return Object.fromEntries(['lines-covered', 'lines-valid', 'branches-covered', 'branches-valid', 'line-rate'].map((name) => [name, attributes.get(name)]));
}

function closeSource(state: CoberturaState): void {
  const source = state.source.trim();
  if (source !== '' && state.sources.length < 200) state.sources.push(source);
  state.source = '';
}

function openElement(state: CoberturaState, element: { path: readonly string[]; attributes: XmlAttributes; line: number }): void {
  const { path, attributes, line } = element;
  const name = path.at(-1);
  if (path.length === 1) state.header = headerOf(attributes);
  else if (name === 'package') state.package = attributes.get('name') ?? '';
  else if (name === 'class') state.current = openClass(state, attributes);
  // Lines stand again below each method; only the class's own list counts.
  else if (name === 'line' && path.at(-2) === 'lines' && path.at(-3) === 'class' && state.current) readLine(state.current, attributes, line);
}

/** A class without a file name still counts; no repository file will be found for it. */
function openClass(state: CoberturaState, attributes: XmlAttributes): CoberturaFile {
  const path = attributes.get('filename')?.trim() ?? '';
  if (path === '') state.flags.add(`no-filename: class ${attributes.get('name') ?? ''}`);
  const key = JSON.stringify([state.package, path]);
  const part = state.parts.get(key) ?? { path, lines: new Map(), conditions: new Map() };
  state.parts.set(key, part);
  return part;
}

function readLine(file: CoberturaFile, attributes: XmlAttributes, line: number): void {
  const number = parseWhole(attributes.get('number'), { what: 'number of a line', line });
  const hits = parseHits(attributes.get('hits'), { what: 'hits of a line', line });
  file.lines.set(number, addHits(file.lines.get(number) ?? 0, hits));
  const condition = /\(\s*(-?\d+)\s*\/\s*(-?\d+)\s*\)/.exec(attributes.get('condition-coverage') ?? '');
  if (condition) {
    const place = { what: 'condition-coverage of a line', line };
    const count = { covered: parseWhole(condition[1], place), total: parseWhole(condition[2], place) };
    checkShare(count, place);
    noteCondition(file, number, count);
  }
}

function finish(state: CoberturaState): ReportBody {
  const parts = [...state.parts.values()];
  const lines = sumCounts(parts.map((part) => countHits(part.lines))) ?? { covered: 0, total: 0 };
  const listed = someCount(sumCounts(parts.flatMap((part) => [...part.conditions.values()])));
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
