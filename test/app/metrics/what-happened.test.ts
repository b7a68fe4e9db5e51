import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/app/read-environment.ts';
import { startSprintgate } from '../../../src/app/serve-app.ts';
import type { RunningApp } from '../../../src/app/start-app.ts';
import { type EmbeddedGitHub, startGitHub } from '../../../src/rehearsal/github/start-github.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Figure, readFigures, sumOf } from '../../support/read-figures.ts';
import { openSmallPull, readManifest, smallConfig } from '../../support/stage.ts';
import { openTestStore } from '../../support/test-store.ts';

let github: EmbeddedGitHub;
let store: Store;
let app: RunningApp;

beforeAll(async () => {
  const manifest = readManifest();
  github = await startGitHub({ now: '2027-01-12T18:00:00Z', app: { permissions: manifest.default_permissions, events: manifest.default_events } });
  github.people.addOrganisation('acme', { owners: ['ana'], members: ['luis'] });
  store = await openTestStore();
  const environment = readEnvironment({
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKeyPem,
    WEBHOOK_SECRET: github.webhookSecret,
    PORT: '0',
    METRICS_PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: 'memory://',
    GITHUB_API_URL: github.url,
    LOG_LEVEL: 'fatal',
  });
  if (!environment) throw new Error('the app was given no settings');
  app = await startSprintgate(environment, { now: () => github.now, store });
  github.setHookUrl(`${app.url}/api/github/webhooks`);
});

afterAll(async () => {
  await app.stop();
  await store.close();
  await github.close();
});

async function settle(): Promise<void> {
  let seen = -1;
  while (seen !== github.webhooks.deliveries.length) {
    seen = github.webhooks.deliveries.length;
    await github.settled();
    await app.engine.drained();
  }
}

async function scrape(): Promise<Figure[]> {
  const answer = await fetch(`${app.metricsUrl}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return readFigures(await answer.text());
}

it('counts what GitHub sent, what was worked and what was judged, as it happened', async () => {
  github.people.installApp({ account: 'acme' });
  const repository = github.people.createRepository({
    owner: 'acme',
    name: 'shop',
    as: 'ana',
    files: { 'README.md': '# shop\n', '.github/sprintgate.yml': smallConfig },
  });
  github.people.grantRole({ repository, login: 'luis', role: 'write' });
  await settle();
  openSmallPull({ github }, { repository, branch: 'work' });
  await settle();
  const forged = {
    'content-type': 'application/json',
    'x-github-delivery': 'forged',
    'x-github-event': 'push',
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
  };
  expect((await fetch(`${app.url}/api/github/webhooks`, { method: 'POST', body: '{}', headers: forged })).status).toBe(401);

  const figures = await scrape();
  const sent = github.webhooks.deliveries.length;
  const pulls = github.webhooks.deliveries.filter(({ event }) => event === 'pull_request').length;
  expect(pulls).toBeGreaterThan(0);
  expect(sumOf(figures, 'sprintgate_deliveries_total', { outcome: 'stored' })).toBe(sent);
  expect(sumOf(figures, 'sprintgate_deliveries_total', { event: 'pull_request', outcome: 'stored' })).toBe(pulls);
  expect(sumOf(figures, 'sprintgate_delivery_seconds_count', { outcome: 'done' })).toBe(sent);
  expect(sumOf(figures, 'sprintgate_deliveries_refused_total', { reason: 'signature' })).toBe(1);
  expect(sumOf(figures, 'sprintgate_key_seconds_count', { kind: 'pull', outcome: 'done' })).toBe(
    sumOf(figures, 'sprintgate_key_wait_seconds_count', { kind: 'pull' }),
  );
  expect(sumOf(figures, 'sprintgate_keys_running')).toBe(0);
  expect(sumOf(figures, 'sprintgate_verdicts_total', { gate: 'coverage' })).toBeGreaterThan(0);
  expect(sumOf(figures, 'sprintgate_github_requests_total', { status: '200' })).toBeGreaterThan(0);
  expect(sumOf(figures, 'sprintgate_github_requests_total', { route: 'other' })).toBeNull();
  expect(sumOf(figures, 'sprintgate_inbox_deliveries')).toBe(0);
  expect(sumOf(figures, 'sprintgate_dead_letters')).toBe(0);
  expect(sumOf(figures, 'sprintgate_database_up')).toBe(1);
  expect(JSON.stringify(figures)).not.toMatch(/acme|shop|luis/);
  expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
});
