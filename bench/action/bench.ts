/**
 * Measures how soon the Action says something, against an empty script and two actions on npm, and writes docs/performance.md.
 * Usage: npm run bench:action; RUNS=30 by default, in turns. The peers are fetched once, into .cache/bench-action.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable } from 'markdown-table';
import { replaceSection } from '../../scripts/action/marked-section.ts';
import { staticClosure } from '../../scripts/action/static-closure.ts';
import { firstLine, type Started } from './first-line.ts';
import { peersIn } from './peers.ts';

interface Racer extends Started {
  readonly name: string;
  /** Bytes that are loaded before that line, and of all that is shipped. */
  readonly loaded: number;
  readonly whole: number;
}

const runs = Number(process.env['RUNS'] ?? 30);
const cache = fileURLToPath(new URL('../../.cache/bench-action/', import.meta.url));
const dist = fileURLToPath(new URL('../../action/dist/', import.meta.url));
const page = new URL('../../docs/performance.md', import.meta.url);

await mkdir(cache, { recursive: true });
const empty = join(cache, 'empty.mjs');
await writeFile(empty, '');
const racers = [...(await ours()), ...(await theirs())];
const times = new Map<string, number[]>(racers.map(({ name }) => [name, []]));
for (const racer of racers) await firstLine(racer);
for (let round = 0; round < runs; round += 1) for (const racer of racers) times.get(racer.name)?.push(await firstLine(racer));

const floor = figures('empty script');
const rows = racers.map(({ name, loaded, whole }) => {
  const { best, median } = figures(name);
  return [
    name,
    best.toFixed(0),
    median.toFixed(0),
    `${(best / floor.best).toFixed(2)} ×`,
    `${(median / floor.median).toFixed(2)} ×`,
    size(loaded),
    size(whole),
  ];
});
const table = markdownTable([['', 'ms (best)', 'ms (median)', 'best, of an empty script’s', 'median', 'loaded before it', 'shipped'], ...rows]);
console.log(table);
const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${runs} runs in turns.`;
await writeFile(page, replaceSection(await readFile(page, 'utf8'), { name: 'bench:action', text: `${machine}\n\n${table}` }));

async function ours(): Promise<Racer[]> {
  const bytes = async (files: readonly string[]) => {
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(dist, file))).size));
    return sizes.reduce((sum, each) => sum + each, 0);
  };
  const whole = await bytes(readdirSync(dist).filter((file) => file.endsWith('.js')));
  const script = join(dist, 'index.js');
  const started = await bytes(['index.js', ...staticClosure(dist, 'run.js')]);
  return [
    { name: 'empty script', script: empty, line: 0, loaded: 0, whole: 0 },
    { name: 'sprintgate, its first line', script, line: 1, loaded: await bytes(staticClosure(dist, 'index.js')), whole },
    { name: 'sprintgate, its inputs read', script, line: 2, env: { INPUT_MODE: 'none' }, loaded: started, whole },
  ];
}

async function theirs(): Promise<Racer[]> {
  const peers = await peersIn(cache);
  return Promise.all(
    peers.map(async ({ name, entry }) => {
      const { size: bytes } = await stat(entry);
      return { name, script: entry, line: 1, loaded: bytes, whole: bytes };
    }),
  );
}

function figures(name: string): { best: number; median: number } {
  const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b);
  return { best: sorted[0] ?? NaN, median: sorted[Math.floor(sorted.length / 2)] ?? NaN };
}

function size(bytes: number): string {
  return bytes === 0 ? '' : bytes < 10_000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`;
}
