import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatKey } from '../../src/core/keys/key.ts';
import type { Environment } from '../../src/app/settings/environment.ts';
import { startApp, type AppOptions, type RunningApp } from '../../src/app/start-app.ts';
import { findRepository } from '../../src/store/known/find-repository.ts';
import { findPulls } from '../../src/store/known/find-pulls.ts';
import type { Store } from '../../src/store/store.ts';
import { startPlainGitHub, type PlainGitHub } from '../support/plain-github.ts';
import { sendWebhook } from '../support/send-webhook.ts';
import { openTestStore } from '../support/test-store.ts';

const secret = 'a secret of the test';
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const repository = { id: 1, name: 'shop', full_name: 'acme/shop', default_branch: 'main' };
const installation = { id: 9 };
const head = { sha: 'a'.repeat(40) };
const pull = { number: 3, state: 'open', updated_at: '2027-01-01T00:00:00Z', labels: [], head, base: { ref: 'main', repo: { id: 1 } } };
const opened = { action: 'opened', repository, installation, pull_request: pull, sender: { type: 'User', login: 'ana' } };

let github: PlainGitHub;
let store: Store;
let app: RunningApp | null = null;
let seen: string[];

async function start(options: Partial<AppOptions> = {}): Promise<RunningApp> {
  const environment: Environment = {
    appId: 42,
    privateKey,
    webhookSecret: secret,
    port: 0,
    host: '127.0.0.1',
    databaseUrl: 'memory://',
    playbooksDir: null,
    githubApiUrl: github.url,
    logLevel: 'fatal',
  };
  app = await startApp({
    environment,
    store,
    reconcile: () => async (key) => {
      seen.push(formatKey(key));
    },
    ...options,
  });
  // The sweep at the start is done, so that what a test sends is all that is seen.
  await app.engine.drained();
  seen.length = 0;
  return app;
}

async function send(id: string, event: string, payload: object): Promise<number> {
  if (!app) throw new Error('the app is started first');
  const status = await sendWebhook({ url: app.url, id, event, payload, secret });
  await app.engine.drained();
  return status;
}

beforeEach(async () => {
  seen = [];
  github = await startPlainGitHub([pull]);
  store = await openTestStore();
});

afterEach(async () => {
  await app?.stop();
  app = null;
  await store.close();
  await github.close();
});

describe('the app', () => {
  it('takes a signed webhook, works its key, and knows it when it comes again', async () => {
    await start();
    expect(await send('guid-1', 'pull_request', opened)).toBe(202);
    expect(seen).toEqual(['1/pull/3']);
    expect(await send('guid-1', 'pull_request', opened)).toBe(202);
    expect(seen).toEqual(['1/pull/3']);
    expect(await findRepository(store.db, 1)).toMatchObject({ owner: 'acme', installation: 9 });
    expect(await findPulls(store.db, 1, head.sha)).toEqual([3]);
  });

  it.each([
    ['a wrong signature', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 401],
    ['a malformed signature', { 'x-hub-signature-256': 'nonsense' }, 401],
    ['no signature', {}, 401],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no delivery id', { 'x-github-delivery': '' }, 400],
  ])('refuses %s and stores nothing', async (_what, headers, status) => {
    const { url } = await start();
    const usual = { 'content-type': 'application/json', 'x-github-delivery': 'guid', 'x-github-event': 'push' };
    const answer = await fetch(`${url}/api/github/webhooks`, { method: 'POST', body: '{}', headers: { ...usual, ...headers } });
    expect(answer.status).toBe(status);
    await answer.text();
    expect(await store.db.query('select 1 from sprintgate.inbox')).toEqual([]);
  });

  it('refuses a body larger than any that GitHub sends', async () => {
    const { url } = await start();
    const headers = { 'content-type': 'application/json', 'x-github-delivery': 'guid', 'x-github-event': 'push' };
    expect((await fetch(`${url}/api/github/webhooks`, { method: 'POST', body: 'x'.repeat(25 * 1024 * 1024 + 1), headers })).status).toBe(413);
  });

  it('is healthy, and ready while it can store and work webhooks', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it('finds the pull requests of a run by its commit, asking GitHub where it was never told', async () => {
    await start();
    await send('guid-1', 'workflow_run', {
      action: 'completed',
      repository,
      installation,
      workflow_run: { head_sha: head.sha, event: 'pull_request', pull_requests: [] },
    });
    expect(seen).toEqual(['1/pull/3']);
  });

  it('gives access to a repository by its id, as the installation that may act there', async () => {
    const { context } = await start();
    // The server keeps its installations from whoever asks first: the sweep at the start, or this.
    const access = (await context.access(1)) ?? (await context.access(1));
    expect(access?.repository).toEqual({ id: 1, owner: 'acme', name: 'shop', installation: 9 });
    const pulls = await access?.github.rest.pulls.list({ owner: 'acme', repo: 'shop' });
    expect(pulls?.data[0]?.number).toBe(3);
    expect(await context.appSlug()).toBe('sprintgate');
    expect(await context.access(99)).toBeNull();
  });

  it('finds a pull request whose webhook was lost when the policy is looked at', async () => {
    await start();
    await send('guid-1', 'push', { ref: 'refs/heads/main', forced: true, commits: [], repository, installation });
    // The push may have changed the configuration, and so the sprints; and how the repository stands is judged at its tip.
    expect(seen.toSorted()).toEqual(['1/policy', '1/pull/3', '1/sprint', '1/standing']);
  });

  it('looks at an installation and then at its repositories', async () => {
    await start();
    await send('guid-1', 'installation', { action: 'created', installation, repositories: [{ id: 1, full_name: 'acme/shop' }] });
    expect(seen.toSorted()).toEqual(['1/policy', '1/pull/3', '9/install']);
  });

  it('leaves a repository alone once the app was removed from it', async () => {
    await start();
    await send('guid-1', 'pull_request', opened);
    github.uninstall();
    await send('guid-2', 'installation', { action: 'deleted', installation, repositories: [{ id: 1, full_name: 'acme/shop' }] });
    await app?.engine.enqueue([{ key: { kind: 'pull', repository: 1, number: 3 }, priority: 'now' }]);
    await app?.engine.drained();
    expect(seen).toEqual(['1/pull/3']);
  });

  it('forgets what GitHub does not list any more, though no webhook told', async () => {
    const { engine } = await start();
    await send('guid-1', 'pull_request', opened);
    github.uninstall();
    await engine.sweep();
    await engine.drained();
    expect(seen).not.toContain('9/install');
    expect(await findRepository(store.db, 1)).toMatchObject({ installation: null });
    expect((await engine.counts()).dead).toBe(0);
  });

  it.each([
    [
      'a comment that was deleted, as an installation',
      'installation',
      { action: 'deleted', repository, installation, issue: { number: 3 }, comment: { id: 5 } },
    ],
    ['an item that was deleted, as a repository', 'repository', { action: 'deleted', repository, installation, issue: { number: 3 } }],
    [
      'an old removal, after the app was installed again',
      'installation',
      { action: 'deleted', installation, repositories: [{ id: 1, full_name: 'acme/shop' }] },
    ],
    ['an old removal of a repository', 'installation_repositories', { action: 'removed', installation, repositories_removed: [{ id: 1 }] }],
    ['the deletion of a repository that is there', 'repository', { action: 'deleted', repository, installation }],
    ['an old name of a repository', 'push', { ref: 'refs/heads/x', installation, repository: { ...repository, full_name: 'somebody/old' } }],
    ['another installation that had it once', 'push', { ref: 'refs/heads/x', installation: { id: 8 }, repository }],
  ])('forgets nothing on account of a captured body under new headers: %s', async (_what, event, payload) => {
    await start();
    await send('guid-1', 'pull_request', opened);
    expect(await send('guid-2', event, payload)).toBe(202);
    expect(await findRepository(store.db, 1)).toMatchObject({ owner: 'acme', name: 'shop', installation: 9 });
    expect(await store.db.query('select error from sprintgate.inbox where done_at is null or error is not null')).toEqual([]);
  });

  it('drops what it wrote itself, recognised by the name that GitHub gives it', async () => {
    const { context } = await start();
    await context.appSlug();
    await send('guid-1', 'issues', { action: 'labeled', repository, installation, issue: { number: 5 }, sender: { type: 'Bot', login: 'sprintgate[bot]' } });
    expect(seen).toEqual([]);
  });

  it('shows the public key of an installation where there is one', async () => {
    const { url } = await start({ receiptKey: async (id) => (id === 9 ? 'the key' : null) });
    expect(await (await fetch(`${url}/keys/9`)).text()).toBe('the key');
    expect((await fetch(`${url}/keys/10`)).status).toBe(404);
    expect((await fetch(`${url}/keys/x`)).status).toBe(404);
  });
});
