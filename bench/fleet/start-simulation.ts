import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Delivery } from '../../src/rehearsal/github/webhooks/deliveries.ts';
import { rememberRepository } from '../../src/store/known/remember-repository.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Ask } from './app-process.ts';
import { dayBegins, type FleetWorld } from './fleet-world.ts';

export interface Simulation {
  readonly world: FleetWorld;
  /** The process of the app. */
  readonly id: number;
  readonly ask: (asked: Ask) => Promise<unknown>;
  /** Has all that is to be told at a minute of the day told, and all that is to be worked then worked. What the app's own writes bring is told the next time. */
  readonly settle: (minute: number, wakes: boolean) => Promise<void>;
  readonly counts: { deliveries: number; reads: number; writes: number };
  readonly stop: () => Promise<void>;
}

/** The app of a fleet, in a process of its own that knows all repositories. */
export async function startSimulation(world: FleetWorld, databaseUrl: string): Promise<Simulation> {
  await fillDirectory(databaseUrl, world);
  const { child, url } = await startApp(world, databaseUrl);
  const outbox: Delivery[] = [];
  const counts = { deliveries: 0, reads: 0, writes: 0 };
  world.github.webhooks.carryBy((delivery) => void outbox.push(delivery));
  const ask = asker(child);
  return {
    world,
    id: child.pid ?? 0,
    ask,
    counts,
    async settle(minute, wakes) {
      setTime(world, minute);
      await ask({ ask: 'advance', now: world.github.now });
      counts.deliveries += outbox.length;
      await deliver(url, outbox.splice(0));
      if (wakes) await ask({ ask: 'wake' });
      await ask({ ask: 'drain' });
      const { requests } = world.github;
      const { reads, writes } = requests.since(0);
      counts.reads += reads;
      counts.writes += writes;
      requests.entries.splice(0);
      world.github.webhooks.forget();
    },
    async stop() {
      const ended = new Promise((resolve) => void child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await world.github.close();
    },
  };
}

export function setTime({ github }: FleetWorld, minute: number): void {
  github.now = new Date(dayBegins + minute * 60_000).toISOString();
}

async function fillDirectory(databaseUrl: string, { known }: FleetWorld): Promise<void> {
  const store = await openStore(databaseUrl);
  for (const repository of known) await rememberRepository(store.db, repository);
  await store.close();
}

async function startApp({ github }: FleetWorld, databaseUrl: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(fileURLToPath(new URL('app-process.ts', import.meta.url)), {
    execArgv: ['--expose-gc'],
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

/** Twenty at a time; what is not taken is an error. */
async function deliver(url: string, deliveries: readonly Delivery[]): Promise<void> {
  const waiting = [...deliveries];
  const send = async () => {
    for (let delivery = waiting.shift(); delivery; delivery = waiting.shift()) {
      const { status } = await fetch(`${url}/api/github/webhooks`, { method: 'POST', headers: delivery.headers, body: delivery.body });
      if (status !== 202) throw new Error(`a webhook was answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 20 }, send));
}
