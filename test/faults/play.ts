import { writeFileSync } from 'node:fs';
import { verifyLedger } from '../../src/store/ledger/verify-ledger.ts';
import { appEnvironment, freePort } from '../support/serve-process.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { canonical } from './canonical.ts';
import { type Cast, startCast } from './cast.ts';
import type { Fault } from './fault.ts';
import type { Ground } from './ground.ts';
import { createNetwork, type Network } from './network.ts';
import { script } from './script.ts';
import { type ArmedStep, type Counts, killedAt } from './told.ts';

/** What came of playing the script. */
export interface Played {
  /** What GitHub shows after each scene, as `canonical` gives it. */
  readonly shown: readonly (readonly string[])[];
  /** What is wrong with what the app keeps, in words. */
  readonly wrong: readonly string[];
  /** The steps that the app announced in each scene, each with how often. */
  readonly steps: readonly ReadonlyMap<string, number>[];
  /** Requests to GitHub in each scene. */
  readonly requests: readonly number[];
  /** Those of them that write. */
  readonly writes: readonly number[];
  /** The writes at which the app was killed, by what they asked for, and the steps, each with its occurrence. */
  readonly killedAt: readonly string[];
  /** Webhooks in each scene. */
  readonly deliveries: readonly number[];
  readonly struck: number;
  readonly deaths: number;
  readonly log: string;
}

/** How a webhook may end: never sent, stored, unheard (the app was dead), cannot be stored now, too late for GitHub. */
const answers = new Set([0, 202, 502, 503, 504]);

const killedLine = new RegExp(`^${killedAt}(\\S+ \\d+)$`, 'gm');

const hour = 3_600_000;
/** Sweeps after one scene: something struck during each of them, and faults are few. */
const sweeps = 20;
/** Milliseconds without a request after which the silence of a worker is noticed: a minute, elsewhere. */
const silence = 5_000;

export interface PlayOptions {
  /** Where what the app logs is kept. */
  readonly logFile?: string;
  /** The scene with which it ends; the last, if none is named. */
  readonly until?: number;
  /** Milliseconds without an end of a scene after which something hangs; two minutes, if not given. */
  readonly patience?: number;
}

/** Plays the script with these faults, on an empty database, and gives what is there after each scene. */
export async function play(ground: Ground, faults: readonly Fault[], { logFile, until, patience = 120_000 }: PlayOptions = {}): Promise<Played> {
  const stage = { ...(await setStage(ground, faults.length === 0)), patience };
  try {
    return await playScenes(stage, faults, until ?? script.length - 1);
  } finally {
    await stage.close();
    if (logFile !== undefined) writeFileSync(logFile, stage.log());
  }
}

interface Stage {
  readonly cast: Cast;
  readonly network: Network;
  readonly ground: Ground;
  readonly steps: Map<string, number>;
  readonly patience: number;
  /** The app; started again when it is dead. */
  app(): Promise<AppProcess>;
  begin(faults: readonly Fault[]): Promise<void>;
  /** The machine's clock is right again, and the world's is told. */
  tellTime(): Promise<void>;
  deaths(): number;
  log(): string;
  close(): Promise<void>;
}

async function setStage(ground: Ground, validate: boolean): Promise<Omit<Stage, 'patience'>> {
  const cast = await startCast(validate);
  const { github } = cast;
  const port = await freePort();
  const environment = { ...appEnvironment(github, { port, databaseUrl: ground.databaseUrl }), EVIDENCE_PROCESSES: '1' };
  github.setHookUrl(`http://127.0.0.1:${port}/api/github/webhooks`);
  const steps = new Map<string, number>();
  let armed: readonly ArmedStep[] = [];
  let process: AppProcess | null = null;
  let deaths = 0;
  let log = '';
  let restarting: Promise<void> = Promise.resolve();
  const network = createNetwork(github, {
    note: (line) => void process?.note(line),
    kill: () => process?.kill(),
    jump: (minutes) => void process?.ask({ ask: 'clock', now: github.now, wrongBy: minutes * 60_000 }),
    restartDatabase: () => {
      if (ground.restart) restarting = restarting.then(ground.restart);
    },
    fillDisk: (full) => void process?.ask({ ask: 'disk', full }),
  });
  const onStep = (step: string) => void steps.set(step, (steps.get(step) ?? 0) + 1);
  const bury = async (dead: AppProcess) => {
    await dead.gone;
    log += dead.log();
    deaths += 1;
    armed = armed.filter(({ step, occurrence }) => !dead.log().includes(`${killedAt}${step} ${occurrence}\n`));
    process = null;
    await ground.afterDeath();
  };
  return {
    cast,
    network,
    ground,
    steps,
    deaths: () => deaths,
    log: () => log + (process?.log() ?? ''),
    async app() {
      await restarting;
      for (let tries = 0; process === null || !process.alive(); tries += 1) {
        if (tries > 5) throw new Error(`the app does not start:\n${log.slice(-3_000)}`);
        if (process !== null) await bury(process);
        process = await startAppProcess({ environment, now: github.now, armed, onStep });
      }
      return process;
    },
    async begin(faults) {
      network.begin(faults);
      armed = faults.flatMap((fault) => (fault.kind === 'kill-at-step' ? [fault] : []));
      await process?.ask({ ask: 'arm', at: armed });
    },
    async tellTime() {
      await process?.ask({ ask: 'clock', now: github.now, wrongBy: 0 });
    },
    async close() {
      process?.kill();
      await process?.gone;
      await restarting;
      await github.close();
    },
  };
}

async function playScenes(stage: Stage, faults: readonly Fault[], until: number): Promise<Played> {
  const { cast, network } = stage;
  const shown: string[][] = [];
  const steps: ReadonlyMap<string, number>[] = [];
  const requests: number[] = [];
  const writes: number[] = [];
  const deliveries: number[] = [];
  await stage.app();
  await settle(stage);
  for (const [index, scene] of script.slice(0, until + 1).entries()) {
    const before = cast.github.webhooks.deliveries.length;
    stage.steps.clear();
    await stage.begin(faults.filter((fault) => fault.scene === index));
    scene.play(cast);
    await settle(stage);
    cast.github.advance(hour);
    await sweep(stage);
    shown.push(canonical(cast));
    steps.push(new Map(stage.steps));
    requests.push(network.requests());
    writes.push(network.writes());
    deliveries.push(cast.github.webhooks.deliveries.length - before);
    await stage.begin([]);
  }
  const struck = network.struck();
  const deaths = stage.deaths();
  const killed = [...network.killedAt(), ...Array.from(stage.log().matchAll(killedLine), ([, step = '']) => step)];
  return { shown, steps, requests, writes, deliveries, struck, deaths, killedAt: killed, wrong: await wrongIn(stage), log: stage.log() };
}

/** Has everything looked at, once more for each time that something went wrong meanwhile. */
async function sweep(stage: Stage): Promise<void> {
  for (let struck = -1, rounds = 0; struck !== stage.network.struck() + stage.deaths(); rounds += 1) {
    if (rounds > sweeps) throw new Error(`each sweep writes what the one before it wrote:\n${stage.log().slice(-3_000)}`);
    struck = stage.network.struck() + stage.deaths();
    await stage.tellTime();
    const app = await stage.app();
    await app.ask({ ask: 'sweep' }).catch(() => undefined);
    await settle(stage);
  }
}

/** Waits until the app has worked all that it was told and all that it waits for. A dead one is started again. */
async function settle(stage: Stage): Promise<void> {
  const { github } = stage.cast;
  const deadline = performance.now() + stage.patience;
  let quiet = 0;
  let seen = -1;
  let heard = { requests: -1, at: 0 };
  while (quiet < 2) {
    if (performance.now() > deadline) throw new Error(`the app does not come to rest:\n${stage.log().slice(-3_000)}`);
    const app = await stage.app();
    await github.settled();
    const counts = await app.ask({ ask: 'counts' }).catch(() => null);
    const round = github.webhooks.deliveries.length;
    if (open(counts) === 0 && round === seen) {
      if (stage.network.flush()) quiet = 0;
      else quiet += 1;
    } else quiet = 0;
    if (open(counts) !== 0) await app.ask({ ask: due(counts) === 0 ? 'wait' : 'hurry' }).catch(() => undefined);
    seen = round;
    const requests = stage.network.requests();
    if (requests !== heard.requests) heard = { requests, at: performance.now() };
    else if (performance.now() - heard.at > silence) {
      stage.network.flush();
      await app.ask({ ask: 'silence' }).catch(() => undefined);
      heard = { requests, at: performance.now() };
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
}

/** What is not done yet; one at least while nobody can tell. */
function open(counts: Counts | null): number {
  return due(counts) + (counts?.putOff ?? 0);
}

function due(counts: Counts | null): number {
  return counts === null ? 1 : counts.deliveries + counts.waiting + counts.active;
}

/** What must hold of what was kept, however the run went. */
async function wrongIn(stage: Stage): Promise<string[]> {
  const { cast, ground } = stage;
  const app = await stage.app();
  const counts = await app.ask({ ask: 'counts' });
  app.kill();
  await app.gone;
  const wrong = counts?.dead ? [`${counts.dead} jobs were given up`] : [];
  const store = await ground.open();
  try {
    const { faults } = await verifyLedger(store.db, { repository: cast.repository.id });
    wrong.push(...faults.map(({ seq, fault }) => `ledger entry ${seq}: ${fault}`));
  } finally {
    await store.close();
  }
  wrong.push(
    ...cast.github.webhooks.deliveries.filter(({ statusCode }) => !answers.has(statusCode)).map((sent) => `a webhook was answered ${sent.statusCode}`),
  );
  wrong.push(...cast.github.violations, ...cast.github.unimplemented.map((path) => `not answered: ${path}`));
  return wrong;
}
