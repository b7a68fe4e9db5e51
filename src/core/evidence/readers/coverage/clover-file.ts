import { countHits, someCount } from '../../coverage/count.ts';
import { packLines } from '../../coverage/line-hits.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { addHits, checkShare, parseHits, parseWhole } from '../../input/parse-figure.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { Count, FileCoverage } from '../../report.ts';
import { boundCount } from './bound-count.ts';

/** Sums of one `metrics` element; null where it does not say. */
export interface CloverMetrics {
  readonly statements: Count | null;
  readonly branches: Count | null;
  readonly functions: Count | null;
}

export interface CloverFile {
  readonly path: string;
  /** Lines on which a statement or a condition stands. */
  readonly lines: Map<number, number>;
  /** What its `line` elements add up to, for files without `metrics`. */
  readonly listed: { readonly statements: Mutable; readonly branches: Mutable; readonly functions: Mutable };
  metrics: CloverMetrics | null;
}

type Mutable = { covered: number; total: number };

export const noMetrics: CloverMetrics = { statements: null, branches: null, functions: null };

export function cloverFile(path: string): CloverFile {
  const none = (): Mutable => ({ covered: 0, total: 0 });
  return { path, lines: new Map(), listed: { statements: none(), branches: none(), functions: none() }, metrics: null };
}

export function readCloverMetrics(attributes: XmlAttributes, line: number): CloverMetrics {
  const count = (name: string): Count | null => {
    const [covered, total] = [attributes.get(`covered${name}`), attributes.get(name)];
    if (covered === undefined || total === undefined) return null;
    const place = { what: `${name} of metrics`, line };
    const share = { covered: parseWhole(covered, place), total: parseWhole(total, place) };
    checkShare(share, place);
    return share;
  };
  return { statements: count('statements'), branches: count('conditionals'), functions: count('methods') };
}

/**
 * A `line` is a statement, a condition or the head of a method. Conditions are statements too; their `truecount` and
 * `falsecount` say how often each way was gone, and stand in for a `count` that is not there.
 */
export function readCloverLine(file: CloverFile, attributes: XmlAttributes, line: number): void {
  const number = parseWhole(attributes.get('num'), { what: 'num of a line', line });
  const ways = ['truecount', 'falsecount'].map((name) => attributes.get(name));
  const count = attributes.get('count');
  const type = attributes.get('type') ?? 'stmt';
  if (type === 'cond') for (const way of ways) if (way !== undefined) note(file.listed.branches, parseHits(way, { what: 'count of a condition', line }));
  const known = count !== undefined || ways.every((way) => way === undefined);
  const hits = known
    ? parseHits(count, { what: 'count of a line', line })
    : ways.reduce((sum, way) => addHits(sum, way === undefined ? 0 : parseHits(way, { what: 'count of a condition', line })), 0);
  note(type === 'method' ? file.listed.functions : file.listed.statements, hits);
  // The head of a method is no statement of its own, in no dialect.
  if (type !== 'method') file.lines.set(number, addHits(file.lines.get(number) ?? 0, hits));
}

function note(count: Mutable, hits: number): void {
  count.total += 1;
  if (hits > 0) count.covered += 1;
}

export function finishCloverFile(file: CloverFile, flags: FlagList): FileCoverage {
  const { metrics, listed } = file;
  const declared = metrics?.statements ?? listed.statements;
  const lines = countHits(file.lines);
  const statements = boundCount(declared, lines);
  const differs = statements !== declared || (lines.total === declared.total && lines.covered !== declared.covered);
  if (lines.total > 0 && (differs || (declared.covered === 0) !== (lines.covered === 0))) {
    flags.add(`header-disagrees: statements ${declared.covered}/${declared.total}, lines ${lines.covered}/${lines.total}; the lower counts (${file.path})`);
  }
  return {
    path: file.path,
    lines: packLines(file.lines),
    totals: {
      lines: null,
      branches: someCount(metrics?.branches ?? listed.branches),
      functions: someCount(metrics?.functions ?? listed.functions),
      statements,
      instructions: null,
    },
  };
}
