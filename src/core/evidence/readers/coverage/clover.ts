import { sameCount, sumCounts } from '../../coverage/count.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { Count, FileCoverage } from '../../report.ts';
import { boundCount } from './bound-count.ts';
import { cloverFile, finishCloverFile, noMetrics, readCloverLine, readCloverMetrics } from './clover-file.ts';
import type { CloverFile, CloverMetrics } from './clover-file.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

interface CloverState {
  readonly files: Map<string, CloverFile>;
  readonly flags: FlagList;
  /** `file` elements, those of tests too: one file may stand in two packages. */
  elements: number;
  project: CloverMetrics;
  current: CloverFile | null;
}

/**
 * Clover XML of OpenClover, Atlassian Clover, istanbul, PHPUnit, gcovr and ReportGenerator, as clover.xsd and OpenClover's
 * XMLReporter describe it. The headline is `project/metrics`: statements (istanbul's are lines), conditionals as branches,
 * methods as functions. Clover's own percentage is of elements, the three together. Tests (`testproject`) do not count.
 */
export const cloverReader: StreamReader = {
  format: 'clover',
  kind: 'coverage',
  recognises: ({ xml }) =>
    xml?.root === 'coverage' && !xml.children.includes('packages') && (xml.children.includes('project') || Object.hasOwn(xml.attributes, 'clover')),
  open: openClover,
};

function openClover(): ReportSink {
  const state: CloverState = { files: new Map(), flags: flagList(), elements: 0, project: noMetrics, current: null };
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

function openElement(state: CloverState, element: { path: readonly string[]; attributes: XmlAttributes; line: number }): void {
  const { path, attributes, line } = element;
  if (path.at(-1) === 'file') state.elements += 1;
  if (path[1] !== 'project') return;
  const parent = path.at(-2);
  switch (path.at(-1)) {
    case 'file':
      state.current = openFile(state, attributes);
      break;
    case 'metrics':
      if (path.length === 3) state.project = readCloverMetrics(attributes, line);
      else if (parent === 'file' && state.current) state.current.metrics = addMetrics(state.current.metrics, readCloverMetrics(attributes, line));
      break;
    case 'line':
      if (parent === 'file' && state.current) readCloverLine(state.current, attributes, line);
      break;
    default:
  }
}

/** PHPUnit gives no `path`: its `name` is one. */
function openFile(state: CloverState, attributes: XmlAttributes): CloverFile {
  const path = attributes.get('path')?.trim() || attributes.get('name')?.trim() || '';
  if (path === '') state.flags.add('no-filename: a file has neither path nor name');
  const file = state.files.get(path) ?? cloverFile(path);
  state.files.set(path, file);
  return file;
}

function addMetrics(known: CloverMetrics | null, added: CloverMetrics): CloverMetrics {
  if (!known) return added;
  const add = (name: keyof CloverMetrics): Count | null => sumCounts([known[name], added[name]]);
  return { statements: add('statements'), branches: add('branches'), functions: add('functions') };
}

function finish(state: CloverState): ReportBody {
  const files = [...state.files.values()].map((file) => finishCloverFile(file, state.flags));
  const settle = (name: keyof CloverMetrics): Count | null => settled(state, files, name);
  const statements = settle('statements') ?? { covered: 0, total: 0 };
  if (statements.total > 0 && files.length === 0) state.flags.add('no-source-files: the report names no source file, so no component can be judged by it');
  return {
    kind: 'coverage',
    outcome: statements.total > 0 ? 'ok' : 'empty',
    totals: { lines: null, branches: settle('branches'), functions: settle('functions'), statements, instructions: null, files: state.elements },
    files,
    flags: state.flags.list(),
  };
}

/** The project's own sums are the headline, lowered where its files say that less ran; reports that were cut to some files have files that add up to less. */
function settled(state: CloverState, files: readonly FileCoverage[], name: keyof CloverMetrics): Count | null {
  const declared = state.project[name];
  const counted = sumCounts(files.map((file) => file.totals[name]));
  if (!declared) return counted;
  if (files.length > 0 && !sameCount(declared, counted ?? { covered: 0, total: 0 })) {
    state.flags.add(`header-disagrees: ${name} ${declared.covered}/${declared.total}, files ${counted?.covered ?? 0}/${counted?.total ?? 0}`);
  }
  return counted ? boundCount(declared, counted) : declared;
}
