import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/app/log/create-log.ts';
import { noteInstallation, withLogFacts } from '../../../src/app/log/log-facts.ts';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const settings = {
  logLevel: 'trace' as const,
  privateKey,
  webhookSecret: 'the-webhook-secret',
  databaseUrl: 'postgres://app:p%40ssw0rd@db/x',
  metrics: { port: null, token: 'token-for-the-metrics' },
};

function write(use: (log: ReturnType<typeof createLog>) => void): { readonly raw: string; readonly lines: Record<string, unknown>[] } {
  const written: string[] = [];
  use(createLog(settings, { write: (line: string) => void written.push(line) }));
  const raw = written.join('');
  return {
    raw,
    lines: raw
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

let server: Server;
let octokit: Octokit;
beforeAll(async () => {
  server = createServer((request, response) => {
    const refused = { message: 'Validation Failed', errors: [{ resource: 'Issue', field: 'title', code: 'invalid', value: 'what ana wrote' }] };
    response.writeHead(request.method === 'POST' ? 422 : 502, { 'content-type': 'application/json', 'x-secret': 'ghs_headerheaderheader' });
    response.end(JSON.stringify(request.method === 'POST' ? refused : { message: 'Bad gateway' }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  octokit = new Octokit({ auth: 'ghs_abcdefghijklmnop', baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log });
});
afterAll(() => server.close());

describe('the log', () => {
  it('says of a request that GitHub refused which and why, and nothing that was sent or answered', async () => {
    const error: unknown = await octokit.rest.issues
      .create({ owner: 'acme', repo: 'shop', title: 'what ana wrote', body: 'her text' })
      .catch((each: unknown) => each);
    const { raw, lines } = write((log) => {
      log.error({ err: error }, 'failed');
      log.error(error);
      log.error({ err: new AggregateError([error], 'many') }, 'failed');
      log.error({ err: new Error('outer', { cause: error }) }, 'failed');
    });
    expect(lines).toHaveLength(4);
    expect(lines[0]?.['err']).toMatchObject({ type: 'HttpError', status: 422, message: 'Validation Failed', refused: ['Issue.title.invalid'] });
    expect(raw).toContain('POST http://127.0.0.1');
    expect(raw).toContain('/repos/acme/shop/issues');
    expect(raw).not.toMatch(/what ana wrote|her text|ghs_|authorization|x-secret|user-agent/);
  });

  it('says of a request that failed without its query', async () => {
    const error: unknown = await octokit.request('GET /search/issues', { q: 'a private word', access_token: 'hunter22' }).catch((each: unknown) => each);
    const { raw, lines } = write((log) => log.warn({ err: error }, 'failed'));
    expect(lines[0]?.['err']).toMatchObject({ status: 502 });
    expect(raw).not.toMatch(/private word|hunter22|ghs_/);
  });

  it.each([
    ['the webhook’s secret', 'see the-webhook-secret here'],
    ['the private key', `key ${privateKey}`],
    ['a line of the private key', privateKey.split('\n')[3] ?? ''],
    ['the database’s password', 'connect postgres://app:p%40ssw0rd@db/x failed'],
    ['the password as it is', 'password p@ssw0rd refused'],
    ['the token of the metrics', 'token-for-the-metrics'],
    ['a token of an installation', 'ghs_1234567890abcdefghij'],
    ['a personal token', 'github_pat_11AAAA_bbbbbbbbbbbbbb'],
    ['a header', 'Authorization: Bearer abcdefgh.ijk'],
    ['a JSON web token', 'eyJhbGciOi.eyJpc3MiOjE.c2lnbmF0dXJl'],
    ['another key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEabcdef'],
    ['a password in an address', 'https://someone:hunter2@example.com/'],
    ['a signed address', 'https://x.example/a?sig=abcdef123&se=1'],
  ])('never holds %s, wherever it stands', (_what, text) => {
    const { raw } = write((log) => {
      log.info({ text, list: [{ deep: text }], err: new Error(text) }, `said ${text}`);
      log.child({ text }).info('more');
    });
    const secret = /the-webhook-secret|MII|ssw0rd|token-for-the|1234567890abc|11AAAA|abcdefgh\.ijk|eyJ|hunter2|abcdef123/;
    expect(raw).not.toMatch(secret);
    for (const line of privateKey.split('\n').slice(1, -2)) expect(raw).not.toContain(line);
    expect(raw).toMatch(/\[(?:secret|token|key)\]/);
  });

  it('hides what libraries keep under names of secrets, bodies and headers, but not our keys', () => {
    const facts = {
      key: '1/pull/2',
      payload: { a: 'theirs' },
      request: { headers: { a: 'theirs' }, body: 'theirs' },
      installationToken: 'theirs',
      client_secret: 'theirs',
    };
    const { raw, lines } = write((log) => log.info(facts, 'x'));
    expect(raw).not.toContain('theirs');
    expect(lines[0]).toMatchObject({ key: '1/pull/2', payload: '[hidden]' });
  });

  it.each(['a\n{"level":50,"msg":"forged"}', 'a\r\nforged', '\u001b[2K\u001b[1Aforged', '\u009b31mforged', '\u2028forged', '\u202eforged', 'a\u0000forged'])(
    'is not forged by %j',
    (text) => {
      const { raw, lines } = write((log) => {
        log.warn({ delivery: text, [text]: 1, err: new Error(text) }, `event ${text}`);
      });
      expect(lines).toHaveLength(1);
      expect(raw.trimEnd()).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]|\\u00|\\n|\\r/u);
    },
  );

  it('shortens what people wrote, and says how long it was', () => {
    const { lines } = write((log) => log.info({ title: 'x'.repeat(5_000) }, 'y'.repeat(5_000)));
    expect(lines[0]?.['title']).toBe(`${'x'.repeat(300)}… (of 5000)`);
    expect(String(lines[0]?.['msg'])).toHaveLength('… (of 5000)'.length + 300);
  });

  it('holds a deep, wide or circular object within bounds', () => {
    const circular: Record<string, unknown> = { wide: Array.from({ length: 1_000 }, (_each, n) => n) };
    circular['self'] = circular;
    expect(write((log) => log.info({ circular }, 'x')).raw.length).toBeLessThan(2_000);
  });

  it('says on every line of some work what it is for, also on those of libraries', async () => {
    const { lines } = write((log) => {
      withLogFacts({ delivery: 'guid', event: 'push' }, () => log.child({ name: 'octokit' }).warn('slow'));
      withLogFacts({ key: '1/pull/2', installation: 9 }, () => withLogFacts({ delivery: 'guid' }, () => log.info({ key: '1/policy' }, 'x')));
      log.info({}, 'y');
    });
    expect(lines[0]).toMatchObject({ delivery: 'guid', event: 'push', msg: 'slow' });
    expect(lines[1]).toMatchObject({ delivery: 'guid', key: '1/policy', installation: 9 });
    expect(lines[2]).not.toHaveProperty('key');
  });

  it('names the installation of a key, once it is known', () => {
    noteInstallation(4711, 12);
    const { lines } = write((log) => {
      log.warn({ key: '4711/pull/2' }, 'again');
      log.warn({ key: '12/install' }, 'again');
      log.warn({ key: '4712/pull/2' }, 'again');
    });
    expect(lines.map((line) => line['installation'])).toEqual([12, 12, undefined]);
  });
});
