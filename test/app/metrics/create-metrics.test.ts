import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../../src/app/metrics/create-metrics.ts';
import { plainRoute } from '../../../src/telemetry/plain-route.ts';
import { metricsRoute } from '../../../src/app/metrics/metrics-route.ts';
import type { Store } from '../../../src/store/store.ts';
import { announce } from '../../../src/telemetry/announce.ts';
import type { Happening } from '../../../src/telemetry/happening.ts';
import { readFigures, sumOf } from '../../support/read-figures.ts';
import { openTestStore } from '../../support/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

async function figuresAfter(happenings: readonly Happening[], clock = () => 0) {
  const metrics = createMetrics({ db: store.db, role: 'all', clock });
  for (const happening of happenings) announce(happening);
  metrics.stop();
  announce({ what: 'delivery-refused', why: 'signature' });
  return readFigures(await metrics.text());
}

const stored = { what: 'delivery-stored', delivery: 'a', event: 'pull_request', fresh: true, bytes: 100 } as const;
const key = '9412/pull/12';
const least = { what: 'budget', installation: 1, resource: 'core', remaining: 100, limit: 5000 } as const;

describe('the figures', () => {
  const table: [Happening[], string, Record<string, string>, number][] = [
    [[{ what: 'delivery-refused', why: 'signature' }], 'sprintgate_deliveries_refused_total', { reason: 'signature' }, 1],
    [[stored, stored], 'sprintgate_deliveries_total', { event: 'pull_request', outcome: 'stored' }, 2],
    [[{ ...stored, fresh: false }], 'sprintgate_deliveries_total', { event: 'pull_request', outcome: 'known' }, 1],
    [[stored, { ...stored, fresh: false }], 'sprintgate_deliveries_bytes_total', {}, 100],
    [[{ ...stored, event: 'made_up_by_somebody' }], 'sprintgate_deliveries_total', { event: 'other' }, 1],
    [[{ ...stored, event: 'constructor' }], 'sprintgate_deliveries_total', { event: 'other' }, 1],
    [[{ what: 'delivery-worked', delivery: 'a', event: 'push', outcome: 'given-up', ms: 20 }], 'sprintgate_delivery_seconds_count', { outcome: 'given-up' }, 1],
    [[{ what: 'key-begun', key, attempt: 1, waitedMs: 2500 }], 'sprintgate_key_wait_seconds_sum', { kind: 'pull' }, 2.5],
    [[{ what: 'key-begun', key: '9/install', attempt: 1, waitedMs: -4 }], 'sprintgate_key_wait_seconds_sum', { kind: 'install' }, 0],
    [[{ what: 'key-begun', key, attempt: 1, waitedMs: 0 }], 'sprintgate_keys_running', { kind: 'pull' }, 1],
    [
      [
        { what: 'key-begun', key, attempt: 1, waitedMs: 0 },
        { what: 'key-ended', key, outcome: 'dead', ms: 1 },
      ],
      'sprintgate_keys_running',
      { kind: 'pull' },
      0,
    ],
    [[{ what: 'key-ended', key, outcome: 'retry', ms: 1500 }], 'sprintgate_key_seconds_sum', { kind: 'pull', outcome: 'retry' }, 1.5],
    [[{ what: 'verdict', gate: 'coverage', verdict: 'fail' }], 'sprintgate_verdicts_total', { gate: 'coverage', verdict: 'fail' }, 1],
    [[{ what: 'verdict', gate: 'of-our-own', verdict: 'pass' }], 'sprintgate_verdicts_total', { gate: 'other', verdict: 'pass' }, 1],
    [
      [{ what: 'request', installation: 1, route: 'GET /repos/{owner}/{repo}', status: 304, ms: 50 }],
      'sprintgate_github_request_seconds_sum',
      { class: 'unchanged' },
      0.05,
    ],
    [
      [{ what: 'request', installation: 1, route: 'GET /repos/acme/shop/branches/x', status: 200, ms: 50 }],
      'sprintgate_github_requests_total',
      { route: 'other', status: '200' },
      1,
    ],
    [[{ what: 'budget-wait', installation: 1, class: 'sweep', ms: 3000 }], 'sprintgate_budget_wait_seconds_sum', { class: 'sweep' }, 3],
    [[{ what: 'sweep-ended', ms: 2000, keys: 40 }], 'sprintgate_sweep_keys_total', {}, 40],
    [[least, { ...least, installation: 2, remaining: 900, limit: 1000 }], 'sprintgate_api_budget_remaining', { resource: 'core' }, 100],
    [[least, { ...least, installation: 2, remaining: 900, limit: 1000 }], 'sprintgate_api_budget_remaining_ratio', { resource: 'core' }, 0.02],
    [[least, { ...least, remaining: 4000 }], 'sprintgate_api_budget_remaining', { resource: 'core' }, 4000],
  ];

  it.each(table)('say what happened: %j is %s', async (happenings, name, labels, value) => {
    expect(sumOf(await figuresAfter(happenings), name, labels)).toBeCloseTo(value, 9);
  });

  it('count nothing once stopped, and name the engine that counts', async () => {
    const figures = await figuresAfter([]);
    expect(sumOf(figures, 'sprintgate_deliveries_refused_total')).toBeNull();
    expect(sumOf(figures, 'sprintgate_build_info', { role: 'all', node: process.version })).toBe(1);
    expect(sumOf(figures, 'process_cpu_seconds_total')).toBeGreaterThan(0);
  });

  it('forget what GitHub said of its limits more than an hour ago', async () => {
    let now = 0;
    const metrics = createMetrics({ db: store.db, role: 'all', clock: () => now });
    announce(least);
    metrics.stop();
    now = 3_600_001;
    expect(sumOf(readFigures(await metrics.text()), 'sprintgate_api_budget_remaining')).toBeNull();
  });

  it('leave out what the database does not tell, so that no old figure looks like a good one', async () => {
    const away = { ...store.db, query: async () => Promise.reject(new Error('away')) };
    const metrics = createMetrics({ db: away, role: 'worker' });
    metrics.stop();
    const figures = readFigures(await metrics.text());
    expect(sumOf(figures, 'sprintgate_database_up')).toBe(0);
    expect(figures.map(({ name }) => name).filter((name) => /inbox|queue|dead|sweep_l/.test(name))).toEqual([]);
  });

  it.each([
    ['GET /repos/{owner}/{repo}/issues/{issue_number}/comments', true],
    ['POST /graphql', true],
    ['GET /app/installations', true],
    ['GET /repos/{owner}/{repo}/contents/{path}', true],
    ['GET /repos/acme/{repo}', false],
    ['GET /users/ana', false],
    ['GET /repos/acme/shop/branches/of-ana', false],
    ['GET https://api.github.com/repos', false],
  ])('take %s for a route of GitHub’s: %s', (route, known) => {
    expect(plainRoute(route)).toBe(known ? route : 'other');
  });

  it.each([
    ['GET /repos/acme/shop/issues/12/comments', 'GET /repos/{owner}/{repo}/issues/{id}/comments'],
    ['GET /orgs/acme/teams', 'GET /orgs/{org}/teams'],
    ['GET /repos/acme/shop', 'GET /repos/{owner}/{repo}'],
    [`GET /repos/acme/shop/commits/${'a'.repeat(40)}/check-runs`, 'GET /repos/{owner}/{repo}/commits/{sha}/check-runs'],
  ])('take the names out of an address: %s', (route, label) => {
    expect(plainRoute(route)).toBe(label);
  });
});

describe('a token for the figures', () => {
  const token = 'a-token-of-sixteen-or-more';
  it.each([
    [{}, 401],
    [{ authorization: token }, 401],
    [{ authorization: `Basic ${token}` }, 401],
    [{ authorization: `Bearer ${token}x` }, 401],
    [{ authorization: `Bearer ${token}` }, 200],
    [{ authorization: `bearer  ${token}` }, 200],
  ])('is asked for: %j is answered %i', async (headers, status) => {
    const metrics = createMetrics({ db: store.db, role: 'all' });
    metrics.stop();
    const answer = await metricsRoute(metrics, token).request('/metrics', { headers });
    expect([answer.status, (await answer.text()).includes('sprintgate_')]).toEqual([status, status === 200]);
  });
});
