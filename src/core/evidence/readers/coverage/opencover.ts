import { sameCount, sumCounts } from '../../coverage/count.ts';
import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { checkShare, parseWhole } from '../../input/parse-figure.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { Count } from '../../report.ts';
import { lowerCount } from './lower-count.ts';
import { finishOpencoverFile, opencoverFile, readBranchPoint, readSequencePoint } from './opencover-file.ts';
import type { OpencoverFile } from './opencover-file.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';

interface OpencoverState {
  readonly flags: FlagList;
  readonly files: Map<string, OpencoverFile>;
  /** Files of the open module by their number. */
  readonly numbered: Map<string, OpencoverFile>;
  /** Points that stand in no file of the report; they count in the total, as the tool counts them. */
  readonly elsewhere: OpencoverFile;
  points: Count | null;
  branches: Count | null;
  method: OpencoverFile | null;
  /** Depth of the element that the tool skipped; what stands in it does not count. */
  skipped: number;
}

/**
 * OpenCover XML of OpenCover, coverlet, AltCover and ReportGenerator (OpenCover's `Model` classes). Instructions are
 * sequence points, branches are branch points; the session's `Summary` is the headline, else the points are counted. Every
 * point with its columns is a statement of its file, so that shards unite by position.
 */
export const opencoverReader: StreamReader = {
  format: 'opencover',
  kind: 'coverage',
  recognises: ({ xml }) => xml?.root === 'CoverageSession',
  open: openOpencover,
};

function openOpencover(): ReportSink {
  const state: OpencoverState = {
    flags: flagList(),
    files: new Map(),
    numbered: new Map(),
    elsewhere: opencoverFile(''),
    points: null,
    branches: null,
    method: null,
    skipped: 0,
  };
  const sink = xmlSink({
    open: (path, attributes, line) => openElement(state, { path, attributes, line }),
    close: (path) => {
      if (path.length === state.skipped) state.skipped = 0;
      if (path.at(-1) === 'Method') state.method = null;
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

function openElement(state: OpencoverState, element: { path: readonly string[]; attributes: XmlAttributes; line: number }): void {
  const { path, attributes, line } = element;
  if (state.skipped > 0) return;
  switch (path.at(-1)) {
    case 'Module':
    case 'Class':
    case 'Method':
      if (attributes.get('skippedDueTo') !== undefined) state.skipped = path.length;
      if (path.at(-1) === 'Module') state.numbered.clear();
      break;
    case 'Summary':
      if (path.length === 2) readSummary(state, attributes, line);
      break;
    case 'File':
      openFile(state, attributes);
      break;
    case 'FileRef':
      state.method = state.numbered.get(attributes.get('uid') ?? '') ?? null;
      break;
    case 'SequencePoint':
      readSequencePoint(fileOf(state, attributes), attributes, line);
      break;
    case 'BranchPoint':
      readBranchPoint(fileOf(state, attributes), attributes, line);
      break;
    default:
  }
}

function readSummary(state: OpencoverState, attributes: XmlAttributes, line: number): void {
  state.points = declared(attributes, { covered: 'visitedSequencePoints', total: 'numSequencePoints', line });
  state.branches = declared(attributes, { covered: 'visitedBranchPoints', total: 'numBranchPoints', line });
}

function declared(attributes: XmlAttributes, names: { covered: string; total: string; line: number }): Count | null {
  const [covered, total] = [attributes.get(names.covered), attributes.get(names.total)];
  if (covered === undefined || total === undefined) return null;
  const place = { what: names.covered, line: names.line };
  const count = { covered: parseWhole(covered, place), total: parseWhole(total, { what: names.total, line: names.line }) };
  checkShare(count, place);
  return count;
}

function openFile(state: OpencoverState, attributes: XmlAttributes): void {
  const path = attributes.get('fullPath')?.trim() ?? '';
  if (path === '') return state.flags.add('no-filename: a File has no fullPath');
  const file = state.files.get(path) ?? opencoverFile(path);
  state.files.set(path, file);
  state.numbered.set(attributes.get('uid') ?? '', file);
}

/** A point may name its file, because partial classes spread a method's points; else it is the method's. */
function fileOf(state: OpencoverState, attributes: XmlAttributes): OpencoverFile {
  return state.numbered.get(attributes.get('fileid') ?? '') ?? state.method ?? state.elsewhere;
}

function finish(state: OpencoverState): ReportBody {
  const all = [...state.files.values(), state.elsewhere];
  const counted = sumCounts(all.map((file) => file.points)) ?? { covered: 0, total: 0 };
  const branches = sumCounts(all.map((file) => file.branches)) ?? { covered: 0, total: 0 };
  if (state.elsewhere.points.total > 0) state.flags.add(`no-filename: ${state.elsewhere.points.total} points stand in no file of the report`);
  compare(state, 'sequence points', { declared: state.points, counted });
  compare(state, 'branch points', { declared: state.branches, counted: branches });
  const instructions = lowerCount(state.points, counted);
  return {
    kind: 'coverage',
    outcome: instructions.total > 0 ? 'ok' : 'empty',
    totals: { lines: null, branches: lowerCount(state.branches, branches), functions: null, statements: null, instructions, files: state.files.size },
    files: [...state.files.values()].map(finishOpencoverFile),
    flags: state.flags.list(),
  };
}

function compare(state: OpencoverState, what: string, counts: { declared: Count | null; counted: Count }): void {
  const { declared: said, counted } = counts;
  if (said && !sameCount(said, counted)) {
    state.flags.add(
      `header-disagrees: ${what} ${said.covered}/${said.total}, counted ${counted.covered}/${counted.total}; ${said.total === counted.total ? 'the lower counts' : 'the header is used'}`,
    );
  }
}
