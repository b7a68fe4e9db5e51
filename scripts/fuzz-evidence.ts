import { parseArgs } from 'node:util';
import { readReport } from '../src/core/evidence/read-report.ts';
import { readers } from '../src/core/evidence/readers/readers.ts';
import { readFixture, readFixtures } from '../test/core/evidence/fixtures.ts';
import { fuzzReport } from '../test/core/evidence/fuzz/fuzz-report.ts';
import { samples } from '../test/core/evidence/fuzz/samples.ts';

// Larger reports say little more about a reader, and take its turn.
const largest = 200_000;
const runsATurn = 25;

interface Source {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Counts {
  executions: number;
  slowest: number;
  readonly outcomes: Map<string, number>;
}

/** Changes and reads every sample and fixture in turn, until the time or the number of executions is used up. */
function fuzz(until: { readonly seconds: number; readonly executions: number; readonly seed: number }): void {
  const sources = gather();
  const counts = new Map<string, Counts>();
  const findings = new Map<string, string>();
  const ends = performance.now() + until.seconds * 1_000;
  let [executions, turn] = [0, 0];
  while (performance.now() < ends && executions < until.executions) {
    const source = sources[turn % sources.length];
    if (!source) return;
    const result = fuzzReport(source.bytes, { runs: runsATurn, seed: until.seed + turn });
    turn += 1;
    executions += result.runs;
    add(counts, { format: source.format, result });
    if (result.finding === null) continue;
    const key = `${source.format}: ${result.finding.replaceAll(/\d+/g, 'N').slice(0, 80)}`;
    if (!findings.has(key)) console.log(`FOUND in ${source.name}: ${result.finding}`);
    findings.set(key, result.finding);
  }
  print(counts, { executions, turn, sources: sources.length, findings: findings.size, seed: until.seed });
  if (findings.size > 0) process.exitCode = 1;
}

function gather(): Source[] {
  const own = Object.entries(samples).map(([format, text]) => ({ format, name: `sample ${format}`, bytes: new TextEncoder().encode(text) }));
  const real = (readFixtures() ?? []).map((fixture) => ({ format: fixture.format, name: fixture.file, bytes: readFixture(fixture) }));
  return [...own, ...real.filter(({ bytes }) => bytes.length > 0 && bytes.length <= largest)];
}

function add(counts: Map<string, Counts>, { format, result }: { format: string; result: ReturnType<typeof fuzzReport> }): void {
  const known = counts.get(format) ?? { executions: 0, slowest: 0, outcomes: new Map<string, number>() };
  counts.set(format, known);
  known.executions += result.runs;
  known.slowest = Math.max(known.slowest, result.slowest);
  for (const [outcome, count] of result.outcomes) known.outcomes.set(outcome, (known.outcomes.get(outcome) ?? 0) + count);
}

function print(counts: Map<string, Counts>, all: { executions: number; turn: number; sources: number; findings: number; seed: number }): void {
  const kinds = new Map(readers.map((reader) => [reader.format, reader.kind]));
  const rows = [...counts].map(([format, { executions, slowest, outcomes }]) => ({
    kind: kinds.get(format) ?? readReport(format, new TextEncoder().encode(samples[format] ?? '')).kind,
    format,
    executions,
    ok: outcomes.get('ok') ?? 0,
    empty: outcomes.get('empty') ?? 0,
    reject: outcomes.get('reject') ?? 0,
    'tool-error': outcomes.get('tool-error') ?? 0,
    'slowest ms': Math.round(slowest),
  }));
  console.table(rows);
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const own = rows.filter((row) => row.kind === kind);
    const sum = (key: 'executions' | 'ok' | 'empty' | 'reject' | 'tool-error'): number => own.reduce((total, row) => total + row[key], 0);
    const slowest = Math.max(...own.map((row) => row['slowest ms']));
    console.log(
      `${kind}: ${own.length} formats, ${sum('executions')} executions, ok ${sum('ok')}, empty ${sum('empty')}, reject ${sum('reject')}, tool-error ${sum('tool-error')}, slowest ${slowest} ms`,
    );
  }
  console.log(`${all.executions} executions over ${all.sources} reports, ${all.findings} findings; seed ${all.seed}, ${all.turn} turns of ${runsATurn}.`);
}

const { values } = parseArgs({ options: { seconds: { type: 'string' }, executions: { type: 'string' }, seed: { type: 'string' } } });
const executions = values.executions === undefined ? Infinity : Number(values.executions);
fuzz({ seconds: Number(values.seconds ?? (values.executions === undefined ? 60 : Infinity)), executions, seed: Number(values.seed ?? 20_270_111) });
