/**
 * Measures the readers of large reports against a floor and against npm's readers, and writes the table into docs/performance.md.
 * Usage: npm run bench:evidence [-- FORMAT...]; ROUNDS=5 by default. The inputs are made once, in .cache/bench-evidence.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { markdownTable } from 'markdown-table';
import { inputs } from './inputs/inputs.ts';
import { writeInput } from './inputs/write-input.ts';
import { measure } from './measure.ts';
import type { Measurement } from './measure.ts';

const peers: Readonly<Record<string, readonly string[]>> = {
  lcov: ['lcov-parse', '@friedemannsommer/lcov-parser'],
  cobertura: ['saxes, totals only', 'fast-xml-parser'],
  jacoco: ['saxes, totals only', 'fast-xml-parser'],
  'istanbul-final': ['JSON.parse of the whole'],
  'go-coverprofile': ['readline and a map'],
};
const rounds = Number(process.env['ROUNDS'] ?? 5);
const page = new URL('../../docs/performance.md', import.meta.url);
const cache = new URL('../../.cache/bench-evidence/', import.meta.url);
const [begin, end] = ['<!-- bench:evidence -->', '<!-- /bench:evidence -->'];

const asked = process.argv.slice(2);
await mkdir(cache, { recursive: true });
const rows: string[][] = [];
for (const input of inputs.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const path = fileURLToPath(new URL(`${input.name}-${input.megabytes}mb-${input.files}`, cache));
  await writeInput(input, path);
  const megabytes = (await stat(path)).size / 1e6;
  const measured = await measure(path, ['floor', 'sprintgate', ...(peers[input.name] ?? [])], rounds);
  rows.push(...measured.map((one) => row(`${input.name}, ${Math.round(megabytes)} MB, ${input.files.toLocaleString('en')} files`, one, measured)));
}
const table = markdownTable([['input', 'reader', 'seconds (best)', 'median', 'times the floor', 'Sprintgate is faster by', 'peak memory', 'counted'], ...rows]);
console.log(table);
if (asked.length === 0) await writePage();

function row(input: string, one: Measurement, all: readonly Measurement[]): string[] {
  const secondsOf = (reader: string): number => all.find((other) => other.reader === reader)?.seconds ?? NaN;
  const faster = one.reader === 'floor' || one.reader === 'sprintgate' ? '' : times(one.seconds / secondsOf('sprintgate'));
  const counted = one.reader === 'floor' ? '' : one.result;
  const memory = Number.isNaN(one.megabytes) ? '–' : `${Math.round(one.megabytes)} MB`;
  return [input, one.reader, seconds(one.seconds), seconds(one.median), times(one.seconds / secondsOf('floor')), faster, memory, counted];
}

function seconds(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(2);
}

function times(ratio: number): string {
  return Number.isNaN(ratio) ? '–' : `${ratio.toFixed(1)} ×`;
}

async function writePage(): Promise<void> {
  const text = await readFile(page, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '';
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${rounds} rounds in turns.`;
  await writeFile(page, `${before}${begin}\n\n${machine}\n\n${table}\n\n${end}${after}`);
}
