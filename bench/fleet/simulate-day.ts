import type { TestPostgres } from '../../test/support/postgres.ts';
import { familyTime, processorTime } from '../report/processor-time.ts';
import type { Figures } from './app-process.ts';
import { type FleetWorld, startFleetWorld } from './fleet-world.ts';
import { type Deed, planDay } from './plan-day.ts';
import { setTime, type Simulation, startSimulation } from './start-simulation.ts';

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

/** Plays a day of so many repositories, minute by minute: what happens in one is delivered and worked before the next begins. */
export async function simulateDay(
  postgres: TestPostgres,
  plan: { readonly repositories: number; readonly pulls: number; readonly seed: number },
): Promise<Day> {
  const world = await startFleetWorld(plan.repositories);
  const simulation = await startSimulation(world, await postgres.createDatabase(`fleet${plan.repositories}`));
  try {
    const sweep = await firstSweep(simulation);
    const before = times(simulation);
    const began = performance.now();
    const deeds = planDay(plan);
    await playDay(simulation, deeds);
    const after = times(simulation);
    return {
      ...plan,
      ...simulation.counts,
      deeds: deeds.length,
      sweep,
      refused: world.github.rateLimit.refused.length,
      figures: (await simulation.ask({ ask: 'figures' })) as Figures,
      open: world.open(),
      wrong: world.wrong(),
      seconds: (performance.now() - began) / 1_000,
      processor: { app: after.app - before.app, postgres: after.postgres - before.postgres, github: after.github - before.github },
      busiest: busiestOf(world),
    };
  } finally {
    await simulation.stop();
  }
}

/** At its first start the app looks at everything it knows. */
async function firstSweep({ settle, counts, ask }: Simulation): Promise<Day['sweep']> {
  const began = performance.now();
  // What the limits hold up comes back a few minutes later.
  for (let minute = -15; minute < 0; minute += 1) await settle(minute, true);
  const sweep = { seconds: (performance.now() - began) / 1_000, reads: counts.reads, writes: counts.writes };
  Object.assign(counts, { deliveries: 0, reads: 0, writes: 0 });
  await ask({ ask: 'figures' });
  return sweep;
}

async function playDay(simulation: Simulation, deeds: readonly Deed[]): Promise<void> {
  const { world, counts, settle } = simulation;
  let next = 0;
  for (let minute = 0; minute <= 1_440; minute += 1) {
    const until = deeds.findIndex((deed, at) => at >= next && deed.minute > minute);
    const due = deeds.slice(next, until < 0 ? deeds.length : until);
    next += due.length;
    const wakes = minute % wakesEvery === 0;
    if (due.length === 0 && !wakes) continue;
    setTime(world, minute);
    for (const deed of due) world.do(deed);
    await settle(minute, wakes);
    if (minute % 60 === 0)
      console.error(`${String(minute / 60).padStart(2, '0')}:00, ${counts.deliveries} deliveries, ${counts.reads} reads, ${counts.writes} writes`);
  }
  // The last echoes.
  await settle(1_441, true);
  await settle(1_451, true);
}

function times({ id }: Simulation): Day['processor'] {
  const { user, system } = process.cpuUsage();
  return {
    app: familyTime(id) / 1_000,
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
