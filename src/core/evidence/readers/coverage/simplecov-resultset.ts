import { countHits } from '../../coverage/count.ts';
import { countLines, noLines, packLines } from '../../coverage/line-hits.ts';
import { noCounts } from '../../coverage/sum-files.ts';
import { jsonHits } from '../../input/json-figure.ts';
import { isObject, memberOf, numberOf, objectOf } from '../../input/json-shape.ts';
import { addHits } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { FileCoverage } from '../../report.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { coverageBody } from './coverage-body.ts';
import { linesOfCode, rubyLines, uniteRubyLines } from './ruby-lines.ts';
import type { RubyLines } from './ruby-lines.ts';

interface RubyFile {
  lines: RubyLines | null;
  /** By condition and branch, or by method; null where they were not measured. */
  branches: Map<string, number> | null;
  methods: Map<string, number> | null;
}

/**
 * `.resultset.json` of SimpleCov: a member for each command (parallel or separate suites), merged by line as SimpleCov
 * itself does. Before 0.18 a file's value is the list of hits; since then an object with `lines`, `branches` and `methods`.
 */
export const simplecovResultsetReader: JsonReader = { format: 'simplecov-resultset', kind: 'coverage', recognises, read };

function recognises(document: unknown): boolean {
  const commands = Object.values(objectOf(document));
  return commands.length > 0 && commands.every((command) => isObject(memberOf(command, 'coverage')) && isResult(command));
}

function isResult(command: unknown): boolean {
  const [file] = Object.values(objectOf(memberOf(command, 'coverage')));
  if (file === undefined) return numberOf(memberOf(command, 'timestamp')) !== null;
  return Array.isArray(file) || ['lines', 'branches', 'methods', 'oneshot_lines'].some((name) => memberOf(file, name) !== undefined);
}

function read(document: unknown): ReportBody {
  const files = new Map<string, RubyFile>();
  const commands = objectOf(document);
  for (const command of Object.values(commands))
    for (const [path, entry] of Object.entries(objectOf(memberOf(command, 'coverage')))) {
      const file = files.get(path) ?? { lines: null, branches: null, methods: null };
      files.set(path, file);
      addEntry(file, entry, path);
    }
  const times = Object.values(commands).flatMap((command) => numberOf(memberOf(command, 'timestamp')) ?? []);
  const newest = Math.max(0, ...times.slice(0, 1_000));
  return coverageBody({
    files: [...files].map(([path, file]) => finish(path, file)),
    flags: [],
    tool: 'simplecov',
    madeAt: newest > 0 && newest < 1e11 ? new Date(newest * 1000).toISOString() : null,
  });
}

function addEntry(file: RubyFile, entry: unknown, path: string): void {
  if (!Array.isArray(entry) && !isObject(entry)) throw new ReportProblem(`the entry of ${path.slice(0, 200)} is neither a list nor an object`);
  if (memberOf(entry, 'oneshot_lines') !== undefined) throw new ReportProblem(`${path.slice(0, 200)} has oneshot_lines, which do not tell what did not run`);
  const lines = Array.isArray(entry) ? entry : memberOf(entry, 'lines');
  if (lines !== undefined && lines !== null) {
    const read = rubyLines(lines, path);
    file.lines = file.lines ? uniteRubyLines(file.lines, read) : read;
  }
  const conditions = memberOf(entry, 'branches');
  if (isObject(conditions)) {
    file.branches ??= new Map();
    for (const [condition, branches] of Object.entries(conditions)) addAll(file.branches, { prefix: condition, hits: branches, path });
  }
  const methods = memberOf(entry, 'methods');
  if (isObject(methods)) addAll((file.methods ??= new Map()), { prefix: '', hits: methods, path });
}

function addAll(tally: Map<string, number>, found: { prefix: string; hits: unknown; path: string }): void {
  for (const [name, hits] of Object.entries(objectOf(found.hits))) {
    if (hits === 'ignored' || hits === null) continue;
    const key = JSON.stringify([found.prefix, name]);
    tally.set(key, addHits(tally.get(key) ?? 0, jsonHits(hits, `${name.slice(0, 80)} of ${found.path.slice(0, 200)}`)));
  }
}

function finish(path: string, { lines: hits, branches, methods }: RubyFile): FileCoverage {
  const lines = hits ? packLines(linesOfCode(hits)) : noLines;
  return {
    path,
    lines,
    totals: {
      ...noCounts,
      lines: hits ? countLines(lines) : null,
      branches: branches ? countHits(branches) : null,
      functions: methods ? countHits(methods) : null,
    },
  };
}
