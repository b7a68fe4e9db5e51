import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/app/read-environment.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const normal = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const good = { APP_ID: '42', PRIVATE_KEY: pem, WEBHOOK_SECRET: 's3cret' };

describe('the environment', () => {
  it('is nobody’s wish to run the app when none of the three is set', () => {
    expect(readEnvironment({ PORT: '80', APP_ID: '', DATABASE_URL: 'x' })).toBeNull();
  });

  it('has defaults for all that is not needed', () => {
    expect(readEnvironment(good)).toEqual({
      appId: 42,
      privateKey: normal,
      webhookSecret: 's3cret',
      port: 3000,
      host: null,
      databaseUrl: '.data/sprintgate',
      role: 'all',
      concurrency: 8,
      deliveryBodyDays: 14,
      ledgerRetentionDays: null,
      evidenceRetentionDays: null,
      standingRetentionDays: 1095,
      migrationUrl: null,
      playbooksDir: null,
      githubApiUrl: 'https://api.github.com',
      oidcIssuer: null,
      evidence: { processes: 2, megabytes: 1_024, seconds: 60 },
      metrics: { port: null, token: null },
      tracesEndpoint: null,
      logLevel: 'info',
      pages: null,
    });
  });

  it('takes a role of its own on a Postgres server only', () => {
    const server = { ...good, DATABASE_URL: 'postgres://db/sprintgate' };
    expect(readEnvironment({ ...server, SPRINTGATE_ROLE: 'webhook', DELIVERY_BODY_DAYS: '0' })).toMatchObject({ role: 'webhook', deliveryBodyDays: 0 });
    expect(readEnvironment({ ...server, SPRINTGATE_ROLE: 'worker' })?.role).toBe('worker');
    expect(() => readEnvironment({ ...good, SPRINTGATE_ROLE: 'worker' })).toThrow(/SPRINTGATE_ROLE is worker, and the embedded database .* set DATABASE_URL/);
    expect(() => readEnvironment({ ...server, SPRINTGATE_ROLE: 'receiver' })).toThrow('SPRINTGATE_ROLE is not a role; write one of all, webhook, worker');
    expect(readEnvironment({ ...server, WORKER_CONCURRENCY: '32' })).toMatchObject({ concurrency: 32 });
    expect(() => readEnvironment({ ...server, WORKER_CONCURRENCY: '0' })).toThrow('WORKER_CONCURRENCY is not a number; write one from 1 to 64');
    expect(() => readEnvironment({ ...server, DELIVERY_BODY_DAYS: 'two weeks' })).toThrow('DELIVERY_BODY_DAYS is not a number of days');
  });

  it.each([
    ['as it is', pem],
    ['with its line ends written out', pem.replaceAll('\n', '\\n')],
    ['in base64', Buffer.from(pem).toString('base64')],
  ])('takes the private key %s', (_how, key) => {
    expect(readEnvironment({ ...good, PRIVATE_KEY: key })?.privateKey).toBe(normal);
  });

  it('takes the private key from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sprintgate-key-'));
    writeFileSync(join(folder, 'key.pem'), pem);
    const { PRIVATE_KEY: _without, ...rest } = good;
    expect(readEnvironment({ ...rest, PRIVATE_KEY_PATH: join(folder, 'key.pem') })?.privateKey).toBe(normal);
    rmSync(folder, { recursive: true });
    expect(() => readEnvironment({ ...rest, PRIVATE_KEY_PATH: join(folder, 'key.pem') })).toThrow(/PRIVATE_KEY_PATH: .*key\.pem cannot be read/);
  });

  it.each([
    [{ APP_ID: '42' }, /^PRIVATE_KEY \(or PRIVATE_KEY_PATH\) and WEBHOOK_SECRET are not set; set APP_ID/],
    [{ APP_ID: '42', PRIVATE_KEY: pem }, /^WEBHOOK_SECRET is not set/],
    [{ WEBHOOK_SECRET: 'x' }, /^APP_ID and PRIVATE_KEY \(or PRIVATE_KEY_PATH\) are not set/],
    [{ ...good, WEBHOOK_SECRET: 'development' }, /^WEBHOOK_SECRET is Probot’s public default/],
    [{ ...good, APP_ID: 'my-app' }, /^APP_ID is not a number; write the App ID/],
    [{ ...good, PRIVATE_KEY: 'hunter2' }, /^PRIVATE_KEY is not an RSA private key; write/],
    [{ ...good, PORT: '99999' }, /^PORT is not a port; write a number from 0 to 65535/],
    [{ ...good, GITHUB_API_URL: 'github.example' }, /^GITHUB_API_URL is not a web address; write for example/],
    [{ ...good, METRICS_PORT: 'x' }, /^METRICS_PORT is not a port; write a number/],
    [{ ...good, METRICS_TOKEN: 'short' }, /^METRICS_TOKEN is too easy to guess; write at least 16/],
    [{ ...good, LOG_LEVEL: 'loud' }, /^LOG_LEVEL is not a level; write one of trace/],
  ])('says what is missing or wrong, and what to write: %#', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(message);
  });

  it('names every wrong variable at once, and shows no value of one', () => {
    const wrong = () => readEnvironment({ ...good, APP_ID: 'x', PRIVATE_KEY: 'hunter2', PORT: 'y' });
    expect(wrong).toThrow(/APP_ID [^]*PRIVATE_KEY [^]*PORT /);
    expect(wrong).not.toThrow(/hunter2/);
  });

  it('takes any base address of GitHub, plain http too', () => {
    expect(readEnvironment({ ...good, GITHUB_API_URL: 'http://127.0.0.1:8080/api/v3/' })?.githubApiUrl).toBe('http://127.0.0.1:8080/api/v3');
  });
});
