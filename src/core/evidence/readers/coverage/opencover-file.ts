import { countHits, someCount } from '../../coverage/count.ts';
import { packLines } from '../../coverage/line-hits.ts';
import { countStatements, packStatements } from '../../coverage/statement-hits.ts';
import { addHits, parseHits, parseWhole } from '../../input/parse-figure.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { FileCoverage } from '../../report.ts';

type Block = [startLine: number, startColumn: number, endLine: number, endColumn: number, statements: number, hits: number];

/** Points of one source file, or of none that the report knows. */
export interface OpencoverFile {
  readonly path: string;
  readonly points: { covered: number; total: number };
  readonly branches: { covered: number; total: number };
  readonly lines: Map<number, number>;
  readonly blocks: Block[];
  /** A point without columns has no position by which two reports could be united. */
  placed: boolean;
}

export function opencoverFile(path: string): OpencoverFile {
  return { path, points: { covered: 0, total: 0 }, branches: { covered: 0, total: 0 }, lines: new Map(), blocks: [], placed: true };
}

const mostHits = 2 ** 32 - 1;
/** Compilers mark generated code, which has no place in the source, with this line. */
const hiddenLine = 0xfeefee;

export function readSequencePoint(file: OpencoverFile, attributes: XmlAttributes, line: number): void {
  const hits = parseHits(attributes.get('vc'), { what: 'vc of a SequencePoint', line });
  note(file.points, hits);
  const start = attributes.get('sl');
  if (start === undefined) {
    file.placed = false;
    return;
  }
  const number = parseWhole(start, { what: 'sl of a SequencePoint', line });
  if (number === hiddenLine) return;
  file.lines.set(number, addHits(file.lines.get(number) ?? 0, hits));
  const [sc, el, ec] = ['sc', 'el', 'ec'].map((name) => position(attributes.get(name), { what: `${name} of a SequencePoint`, line }));
  if (sc === undefined || el === undefined || ec === undefined) file.placed = false;
  else file.blocks.push([number, sc, el, ec, 1, Math.min(hits, mostHits)]);
}

export function readBranchPoint(file: OpencoverFile, attributes: XmlAttributes, line: number): void {
  note(file.branches, parseHits(attributes.get('vc'), { what: 'vc of a BranchPoint', line }));
}

function position(text: string | undefined, place: { what: string; line: number }): number | undefined {
  return text === undefined ? undefined : parseWhole(text, place);
}

function note(count: { covered: number; total: number }, hits: number): void {
  count.total += 1;
  if (hits > 0) count.covered += 1;
}

export function finishOpencoverFile(file: OpencoverFile): FileCoverage {
  const statements = file.placed && file.blocks.length > 0 ? packStatements(file.blocks) : null;
  return {
    path: file.path,
    lines: countHits(file.lines).total > 0 ? packLines(file.lines) : packLines([]),
    ...(statements ? { statements } : {}),
    totals: {
      lines: null,
      branches: someCount(file.branches),
      functions: null,
      statements: statements ? countStatements(statements) : null,
      instructions: file.points,
    },
  };
}
