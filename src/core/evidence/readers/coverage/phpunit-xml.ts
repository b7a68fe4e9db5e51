import { sameCount, someCount, sumCounts } from '../../coverage/count.ts';
import { noLines } from '../../coverage/line-hits.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { checkShare, parseWhole } from '../../input/parse-figure.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { Count, FileCoverage } from '../../report.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

interface Sums {
  lines: Count | null;
  methods: Count | null;
  functions: Count | null;
}

interface PhpunitState {
  readonly flags: FlagList;
  /** By path; the tool lists a file of a folder below the folder and, in some versions, below the root again. */
  readonly files: Map<string, Sums>;
  readonly total: Sums;
  elements: number;
  root: string;
  current: Sums | null;
}

/**
 * PHPUnit's XML coverage (php-code-coverage `Report/Xml`, namespace schema.phpunit.de/coverage/1.0): `index.xml`, or the
 * file of one source. Lines are executable lines, functions are methods and functions. Only sums: which lines did not run
 * stands in none of its files, so no line hits are kept.
 */
export const phpunitXmlReader: StreamReader = {
  format: 'phpunit-xml',
  kind: 'coverage',
  // A configuration of PHPUnit has the same root.
  recognises: ({ xml }) =>
    xml?.root === 'phpunit' &&
    ((xml.attributes.xmlns ?? '').includes('schema.phpunit.de/coverage') || (xml.children.includes('project') && !xml.children.includes('testsuites'))),
  open: openPhpunit,
};

function openPhpunit(): ReportSink {
  const state: PhpunitState = { flags: flagList(), files: new Map(), total: noSums(), elements: 0, root: '', current: null };
  const sink = xmlSink({
    open: (path, attributes, line) => openElement(state, { path, attributes, line }),
    close: (path) => {
      if (path.at(-1) === 'file') state.current = null;
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

function noSums(): Sums {
  return { lines: null, methods: null, functions: null };
}

function openElement(state: PhpunitState, element: { path: readonly string[]; attributes: XmlAttributes; line: number }): void {
  const { path, attributes, line } = element;
  const [name, parent] = [path.at(-1), path.at(-2)];
  if (name === 'project' && path.length === 2) state.root = attributes.get('source') ?? attributes.get('name') ?? '';
  else if (name === 'directory' && path.length === 3) state.root = rootOf(state.root, attributes.get('name') ?? '');
  else if (name === 'file' && (parent === 'directory' || parent === 'project' || path.length === 2)) state.current = openFile(state, attributes);
  else if (parent === 'totals') {
    const sums = state.current ?? (path[1] === 'project' && path.length === 5 ? state.total : null);
    if (sums) readSums(sums, String(name), { attributes, line });
  }
}

/** Newer versions name the root folder `/` and give the place as `project/@source`. */
function rootOf(project: string, directory: string): string {
  return directory === '/' || directory === '' ? project : directory;
}

function openFile(state: PhpunitState, attributes: XmlAttributes): Sums {
  const href = attributes.get('href')?.replace(/\.xml$/, '');
  const folder = href === undefined ? (attributes.get('path') ?? '') : state.root;
  const path = [folder.replace(/\/+$/, ''), href ?? attributes.get('name') ?? ''].filter((part) => part !== '').join('/');
  state.elements += 1;
  if (state.files.has(path)) state.flags.add(`same-file: ${path} stands twice`);
  const sums = noSums();
  state.files.set(path, sums);
  return sums;
}

function readSums(sums: Sums, name: string, element: { attributes: XmlAttributes; line: number }): void {
  const { attributes, line } = element;
  const count = (covered: string, total: string): Count => {
    const place = { what: `${covered} of ${name}`, line };
    const share = { covered: parseWhole(attributes.get(covered), place), total: parseWhole(attributes.get(total), { what: `${total} of ${name}`, line }) };
    checkShare(share, place);
    return share;
  };
  if (name === 'lines') sums.lines = count('executed', 'executable');
  else if (name === 'methods') sums.methods = count('tested', 'count');
  else if (name === 'functions') sums.functions = count('tested', 'count');
}

function finish(state: PhpunitState): ReportBody {
  const files = [...state.files].map(([path, sums]) => finishFile(path, sums));
  const counted = sumCounts(files.map((file) => file.totals.lines));
  const declared = state.total.lines;
  if (declared && counted && !sameCount(declared, counted)) {
    state.flags.add(`header-disagrees: lines ${declared.covered}/${declared.total}, files ${counted.covered}/${counted.total}`);
  }
  const lines = declared ?? counted ?? { covered: 0, total: 0 };
  const functions = declared ? sumCounts([state.total.methods, state.total.functions]) : sumCounts(files.map((file) => file.totals.functions));
  return {
    kind: 'coverage',
    outcome: lines.total > 0 ? 'ok' : 'empty',
    totals: { lines, branches: null, functions, statements: null, instructions: null, files: state.elements },
    files,
    flags: state.flags.list(),
  };
}

function finishFile(path: string, sums: Sums): FileCoverage {
  return {
    path,
    lines: noLines,
    totals: { lines: sums.lines, branches: null, functions: someCount(sumCounts([sums.methods, sums.functions])), statements: null, instructions: null },
  };
}
