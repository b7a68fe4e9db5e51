import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHealth, type HealthOptions } from '../../../src/app/health/create-health.ts';
import { healthRoutes } from '../../../src/app/health/health-routes.ts';
import { migrations } from '../../../src/store/migrations.ts';
import type { Database } from '../../../src/store/database.ts';
import type { Store } from '../../../src/store/store.ts';
import { openTestStore } from '../../support/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const usual: Omit<HealthOptions, 'db'> = { role: 'all', working: () => true };

function health(more: Partial<HealthOptions> = {}) {
  return createHealth({ db: store.db, ...usual, ...more });
}

const answering = (query: () => Promise<object[]>) => ({ query }) as unknown as Database;

describe('readiness', () => {
  it('is there when the database answers, its tables are there and workers work', async () => {
    const answer = await healthRoutes(health()).request('/readyz');
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, role: 'all', notReady: {} }]);
  });

  const cases: [string, Partial<HealthOptions>, string, RegExp][] = [
    ['the database is away', { db: answering(() => Promise.reject(new Error('postgres://u:hunter2@db'))) }, 'database', /does not answer/],
    ['the database is silent', { db: answering(() => new Promise(() => undefined)), patience: 5 }, 'database', /does not answer within 0.005 s/],
    ['tables are missing', { db: answering(async () => migrations.slice(1)) }, 'database', /tables are missing \(001/],
    ['no worker works', { working: () => false }, 'workers', /no worker/],
    ['no worker works in a process for work', { role: 'worker', working: () => false }, 'workers', /no worker/],
  ];

  it.each(cases)('is not there when %s, and the answer says so', async (_when, more, part, why) => {
    const answer = await healthRoutes(health(more)).request('/readyz');
    const body = (await answer.json()) as { ready: boolean; notReady: Record<string, string> };
    expect([answer.status, body.ready, Object.keys(body.notReady)]).toEqual([503, false, [part]]);
    expect(body.notReady[part]).toMatch(why);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('asks for no worker where only webhooks are taken', async () => {
    expect((await health({ role: 'webhook', working: () => false }).check()).ready).toBe(true);
  });

  it('ends when the process is about to stop; alive it is until the end', async () => {
    const stopping = health();
    stopping.setStopping();
    const routes = healthRoutes(stopping);
    expect((await routes.request('/readyz')).status).toBe(503);
    expect(await (await routes.request('/healthz')).text()).toBe('ok');
  });
});
