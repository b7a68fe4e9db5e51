// Plays the script with random faults, run after run: npm run soak:faults -- --runs 300 --seed 1
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres.ts';
import { sayFault, type Fault } from './fault.ts';
import { folderGround, type Ground, postgresGround } from './ground.ts';
import { judge } from './judge.ts';
import { keptCalm } from './kept-calm.ts';
import { play, type Played } from './play.ts';
import { type GroundKind, randomFaults } from './random-faults.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { everyStep, everyWrite } from './every-step.ts';
import { killTable } from './kill-table.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'both' },
    jobs: { type: 'string', default: '2' },
    shrink: { type: 'boolean', default: false },
    faults: { type: 'string' },
    'every-step': { type: 'boolean', default: false },
    'every-write': { type: 'boolean', default: false },
    calm: { type: 'string' },
    log: { type: 'string' },
    patience: { type: 'string', default: '120' },
  },
});
const first = Number(values.seed);
const template = await emptyDatabase();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function kindOf(seed: number): GroundKind {
  if (values.store === 'folder' || values.store === 'postgres') return values.store;
  return seed % 2 === 0 ? 'postgres' : 'folder';
}

async function groundOf(kind: GroundKind): Promise<Ground> {
  if (kind === 'folder') return folderGround(template);
  // One server a run: its faults restart it under nobody else.
  const server = await startPostgres();
  if (server === null) throw new Error('Postgres does not start');
  const ground = await postgresGround(server);
  return { ...ground, remove: () => void server.stop() };
}

async function playOn(kind: GroundKind, faults: readonly Fault[]): Promise<Played> {
  const ground = await groundOf(kind);
  try {
    return await play(ground, faults, { patience: 1_000 * Number(values.patience), ...(values.log === undefined ? {} : { logFile: values.log }) });
  } finally {
    ground.remove();
  }
}

/** What is wrong after these faults, in words; a run that does not end is wrong too. */
async function wrongAfter(kind: GroundKind, faults: readonly Fault[]): Promise<{ wrong: string[]; played: Played | null }> {
  try {
    const played = await playOn(kind, faults);
    return { wrong: judge(calm, played), played };
  } catch (error) {
    return { wrong: [error instanceof Error ? error.message : String(error)], played: null };
  }
}

/** Leaves out every fault without which it goes wrong as well. */
async function shrink(kind: GroundKind, faults: readonly Fault[]): Promise<readonly Fault[]> {
  let left = faults;
  for (const fault of faults) {
    const fewer = left.filter((other) => other !== fault);
    if (fewer.length > 0 && (await wrongAfter(kind, fewer)).wrong.length > 0) left = fewer;
  }
  return left;
}

const calm = await keptCalm(values.calm, async () => playOn(values.store === 'postgres' ? 'postgres' : 'folder', []));
const failed: number[] = [];
const killedAt: string[] = [];
const lists = listsOf();
const runs = lists?.length ?? Number(values.runs ?? 1);
let struck = 0;
let deaths = 0;

/** The lists of faults that are asked for by name; null where seeds stand for them. */
function listsOf(): readonly (readonly Fault[])[] | null {
  if (values.faults !== undefined) return [JSON.parse(values.faults) as Fault[]];
  if (values['every-step']) return everyStep(calm, first);
  if (values['every-write']) return everyWrite(calm);
  return null;
}

async function run(seed: number): Promise<void> {
  const kind = kindOf(seed);
  const faults = lists?.[seed - first] ?? randomFaults(seed, { extent: calm, ground: kind });
  const began = performance.now();
  const { wrong, played } = await wrongAfter(kind, faults);
  struck += played?.struck ?? 0;
  deaths += played?.deaths ?? 0;
  killedAt.push(...(played?.killedAt ?? []));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (wrong.length === 0) return say(`seed ${seed} on ${kind}: as without faults (${faults.length} faults, ${played?.deaths ?? 0} kills, ${seconds} s)`);
  failed.push(seed);
  const told = values.shrink ? await shrink(kind, faults) : faults;
  say([`seed ${seed} on ${kind}: WRONG`, ...told.map((fault) => `  ${sayFault(fault)}`), ...wrong.map((line) => `  ${line}`)].join('\n'));
  say(`  again: npm run soak:faults -- --store ${kind} --faults '${JSON.stringify(told)}'`);
}

const seeds = Array.from({ length: runs }, (_, index) => first + index);
await Promise.all(
  Array.from({ length: Math.min(Number(values.jobs), runs) }, async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) await run(seed);
  }),
);

if (values['every-step'] || values['every-write']) say(killTable(killedAt, lists?.flat() ?? []));
say(`${runs} runs, ${struck + deaths} faults struck, ${deaths} of them killed the app; wrong: ${failed.length === 0 ? 'none' : failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
