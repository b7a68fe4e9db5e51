import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Delivery } from '../../src/rehearsal/github/webhooks/deliveries.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { TestPostgres } from '../../test/support/postgres.ts';
import { familyTime, processorTime } from '../report/processor-time.ts';
import type { Ask, Figures } from './app-process.ts';
import { dayBegins, type FleetWorld, startFleetWorld } from './fleet-world.ts';
import { type Deed, planDay } from './plan-day.ts';

export interface Day {
  readonly repositories: number;
  readonly pulls: number;
  readonly deeds: number;
  readonly deliveries: number;
  /** The first sweep: every repository is looked at. */
  readonly sweep: { readonly seconds: number; readonly reads: number; readonly writes: number };
  readonly reads: number;
  readonly writes: number;
  readonly refused: number;
  readonly figures: Figures;
  readonly open: number;
  readonly wrong: readonly string[];
  readonly seconds: number;
  /** Seconds of processor of the app with the processes that read evidence, of Postgres, and of the GitHub with this driver. */
  readonly processor: { readonly app: number; readonly postgres: number; readonly github: number };
  /** The organisation that asked most: its requests, and the most of them within an hour. */
  readonly busiest: { readonly name: string; readonly requests: number; readonly share: number };
}

/** Minutes of the simulated day between two looks for wakes that are due. */
const wakesEvery = 10;

interface Simulation {
  readonly world: FleetWorld;
  readonly ask: (asked: Ask) => Promise<unknown>;
  readonly url: string;
  readonly outbox: Delivery[];
  deliveries: number;
  reads: number;
  writes: number;
}

/** Plays a day of so many repositories, minute by minute: what happens in one is delivered and worked before the next begins. */
export async function simulateDay(
  postgres: TestPostgres,
  plan: { readonly repositories: number; readonly pulls: number; readonly seed: number },
): Promise<Day> {
  const world = await startFleetWorld(plan.repositories);
  const databaseUrl = await postgres.createDatabase(`fleet${plan.repositories}`);
  await fillDirectory(databaseUrl, world);
  const { child, url } = await startApp(world, databaseUrl);
  const simulation: Simulation = { world, url, ask: asker(child), outbox: [], deliveries: 0, reads: 0, writes: 0 };
  world.github.webhooks.carryBy((delivery) => void simulation.outbox.push(delivery));
  try {
    const sweep = await firstSweep(simulation);
    const before = times(child);
    const began = performance.now();
    const deeds = planDay(plan);
    await playDay(simulation, deeds);
    const after = times(child);
    return {
      ...plan,
      deeds: deeds.length,
      deliveries: simulation.deliveries,
      sweep,
      reads: simulation.reads,
      writes: simulation.writes,
      refused: world.github.rateLimit.refused.length,
      figures: (await simulation.ask({ ask: 'figures' })) as Figures,
      open: world.open(),
      wrong: world.wrong(),
      seconds: (performance.now() - began) / 1_000,
      processor: { app: after.app - before.app, postgres: after.postgres - before.postgres, github: after.github - before.github },
      busiest: busiestOf(world),
    };
  } finally {
    child.kill();
    await world.github.close();
  }
}

async function fillDirectory(databaseUrl: string, { known }: FleetWorld): Promise<void> {
  const store = await openStore(databaseUrl);
  for (const repository of known) await rememberRepository(store.db, repository);
  await store.close();
}

async function startApp({ github }: FleetWorld, databaseUrl: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(fileURLToPath(new URL('app-process.ts', import.meta.url)), {
    env: {
      PATH: process.env['PATH'],
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKeyPem,
      WEBHOOK_SECRET: github.webhookSecret,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      GITHUB_API_URL: github.url,
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
      NOW: github.now,
    },
  });
  const { url } = (await heard(child)) as { readonly url: string };
  return { child, url };
}

function asker(child: ChildProcess): Simulation['ask'] {
  return async (asked) => {
    child.send(asked);
    return heard(child);
  };
}

function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('the app ended'));
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(message);
    });
  });
}

/** At its first start the app looks at everything it knows. */
async function firstSweep(simulation: Simulation): Promise<Day['sweep']> {
  const began = performance.now();
  // What the limits hold up comes back a few minutes later.
  for (let minute = -15; minute < 0; minute += 1) await settle(simulation, minute, true);
  const sweep = { seconds: (performance.now() - began) / 1_000, reads: simulation.reads, writes: simulation.writes };
  Object.assign(simulation, { deliveries: 0, reads: 0, writes: 0 });
  await simulation.ask({ ask: 'figures' });
  return sweep;
}

async function playDay(simulation: Simulation, deeds: readonly Deed[]): Promise<void> {
  const { world } = simulation;
  let next = 0;
  for (let minute = 0; minute <= 1_440; minute += 1) {
    const until = deeds.findIndex((deed, at) => at >= next && deed.minute > minute);
    const due = deeds.slice(next, until < 0 ? deeds.length : until);
    next += due.length;
    const wakes = minute % wakesEvery === 0;
    if (due.length === 0 && !wakes) continue;
    setTime(world, minute);
    for (const deed of due) world.do(deed);
    await settle(simulation, minute, wakes);
    if (minute % 60 === 0)
      console.error(`${String(minute / 60).padStart(2, '0')}:00, ${simulation.deliveries} deliveries, ${simulation.reads} reads, ${simulation.writes} writes`);
  }
  // The last echoes.
  await settle(simulation, 1_441, true);
  await settle(simulation, 1_451, true);
}

function setTime({ github }: FleetWorld, minute: number): void {
  github.now = new Date(dayBegins + minute * 60_000).toISOString();
}

/** Has all that is to be told, told, and all that is to be worked now, worked. What the app's own writes bring is told in the next minute. */
async function settle(simulation: Simulation, minute: number, wakes: boolean): Promise<void> {
  const { world, ask, outbox } = simulation;
  setTime(world, minute);
  await ask({ ask: 'advance', now: world.github.now });
  await deliver(simulation, outbox.splice(0));
  if (wakes) await ask({ ask: 'wake' });
  await ask({ ask: 'drain' });
  const { requests } = world.github;
  const { reads, writes } = requests.since(0);
  simulation.reads += reads;
  simulation.writes += writes;
  requests.entries.splice(0);
  world.github.webhooks.forget();
}

/** Twenty at a time; what is not taken is an error. */
async function deliver(simulation: Simulation, deliveries: readonly Delivery[]): Promise<void> {
  simulation.deliveries += deliveries.length;
  const waiting = [...deliveries];
  const send = async () => {
    for (let delivery = waiting.shift(); delivery; delivery = waiting.shift()) {
      const { status } = await fetch(`${simulation.url}/api/github/webhooks`, { method: 'POST', headers: delivery.headers, body: delivery.body });
      if (status !== 202) throw new Error(`a webhook was answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 20 }, send));
}

function times({ pid = 0 }: ChildProcess): Day['processor'] {
  const { user, system } = process.cpuUsage();
  return {
    app: familyTime(pid) / 1_000,
    // Every server of this machine: no other should be busy while this runs.
    postgres: processorTime(({ command }) => command === 'postgres') / 1_000,
    github: (user + system) / 1e6,
  };
}

function busiestOf({ github, organisationOf }: FleetWorld): Day['busiest'] {
  const all = [...github.state.installations.keys()].map((id) => ({ id, used: github.rateLimit.mostUsed(`installation:${id}`) }));
  const most = all.toSorted((a, b) => b.used.most - a.used.most)[0];
  if (!most) throw new Error('there is no installation');
  return { name: organisationOf(most.id), requests: most.used.all, share: most.used.most / 5_000 };
}
