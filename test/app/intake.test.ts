import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from '@octokit/webhooks-methods';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeDeliveries, type IntakeOptions, type TakenDelivery } from '../../src/app/intake/take-deliveries.ts';
import { InboxBusyError } from '../../src/store/inbox/inbox-busy-error.ts';
import { happenings } from '../../src/telemetry/announce.ts';
import type { Happening } from '../../src/telemetry/happening.ts';

const secret = 'a secret of the test';
let taken: TakenDelivery[];
let logged: string[];
let happened: Happening[];
let stop: () => void;
const hear = (message: unknown) => void happened.push(message as Happening);

beforeEach(() => {
  taken = [];
  logged = [];
  happened = [];
  happenings.subscribe(hear);
});

afterEach(() => {
  happenings.unsubscribe(hear);
  stop();
});

async function serve(more: Partial<IntakeOptions> = {}): Promise<string> {
  const take = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const listener = takeDeliveries({
    secret,
    log: { debug: () => undefined, info: take, warn: take, error: take },
    async accept(delivery) {
      const known = taken.some(({ id }) => id === delivery.id);
      taken.push(delivery);
      return !known;
    },
    ...more,
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`;
}

const usual = { 'content-type': 'application/json', 'x-github-delivery': 'guid-1', 'x-github-event': 'push' };

async function post(url: string, body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}): Promise<[number, string]> {
  const signature = await sign(secret, typeof body === 'string' ? body : Buffer.from(body).toString('latin1'));
  const answer = await fetch(url, { method: 'POST', body, headers: { ...usual, 'x-hub-signature-256': signature, ...headers } });
  return [answer.status, await answer.text()];
}

describe('the intake of webhooks', () => {
  it('hands on the bytes as they were signed, says when they were known, and parses nothing', async () => {
    const url = await serve();
    expect(await post(url, '{"ref":"ñ" }')).toEqual([202, 'stored']);
    expect(await post(url, 'no JSON')).toEqual([202, 'known already']);
    expect(taken.map(({ id, event, body }) => [id, event, Buffer.from(body).toString()])).toEqual([
      ['guid-1', 'push', '{"ref":"ñ" }'],
      ['guid-1', 'push', 'no JSON'],
    ]);
    expect(happened).toEqual([
      { what: 'delivery-stored', delivery: 'guid-1', event: 'push', fresh: true, bytes: 13 },
      { what: 'delivery-stored', delivery: 'guid-1', event: 'push', fresh: false, bytes: 7 },
    ]);
  });

  it.each([
    ['a signature by another secret', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 401, 'signature'],
    ['a signature that is none', { 'x-hub-signature-256': 'sha256=zz' }, 401, 'signature'],
    ['the old signature alone', { 'x-hub-signature-256': '', 'x-hub-signature': 'sha1=0' }, 401, 'signature'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'content-type'],
    ['a type that only begins like JSON', { 'content-type': 'application/jsonp' }, 415, 'content-type'],
    ['no id', { 'x-github-delivery': '' }, 400, 'headers'],
    ['an id that writes to the log', { 'x-github-delivery': 'a{"level":60}' }, 400, 'headers'],
    ['an event that is none', { 'x-github-event': 'Push!' }, 400, 'headers'],
  ])('refuses %s, counts it, and logs neither secret nor body', async (_what, headers, status, why) => {
    const url = await serve();
    expect((await post(url, '{"password":"hunter2"}', headers))[0]).toBe(status);
    expect(happened).toEqual([{ what: 'delivery-refused', why }]);
    expect(taken).toEqual([]);
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toMatch(/hunter2|a secret|level":60|sha256=/);
  });

  it('refuses what is no text, which the database could not give back', async () => {
    const url = await serve();
    for (const body of [Uint8Array.from([0x7b, 0xff, 0x7d]), Uint8Array.from([0x7b, 0, 0x7d])]) {
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      expect((await post(url, body, { 'x-hub-signature-256': signature }))[0]).toBe(400);
    }
    expect(taken).toEqual([]);
  });

  it('refuses more than 25 MB, said beforehand or not', async () => {
    const url = await serve();
    const body = 'x'.repeat(25 * 1024 * 1024 + 1);
    expect((await post(url, body))[0]).toBe(413);
    const chunked = httpRequest(url, { method: 'POST', headers: usual });
    const [[answer]] = await Promise.all([once(chunked, 'response'), chunked.end(body.slice(0, -1)) && chunked.end()]);
    expect((answer as { statusCode: number }).statusCode).toBe(401);
    expect(happened.map((one) => 'why' in one && one.why)).toEqual(['too-large', 'signature']);
  });

  it('answers 503 and keeps nothing in memory while there is no room for another body', async () => {
    const hanging = Promise.withResolvers<boolean>();
    const arrived = Promise.withResolvers<void>();
    const accept = () => {
      arrived.resolve();
      return hanging.promise;
    };
    const url = await serve({ room: 30, accept });
    const first = post(url, 'x'.repeat(20));
    await arrived.promise;
    expect((await post(url, 'x'.repeat(20)))[0]).toBe(503);
    hanging.resolve(true);
    expect((await first)[0]).toBe(202);
    expect((await post(url, 'x'.repeat(20)))[0]).toBe(202);
    expect(happened[0]).toEqual({ what: 'delivery-refused', why: 'storage' });
  });

  it('answers 503 when the database is busy, fails or hangs, and says when to come again', async () => {
    let accept: IntakeOptions['accept'] = () => Promise.reject(new InboxBusyError('busy'));
    const url = await serve({ accept: (delivery) => accept(delivery), patience: 200 });
    expect((await post(url, '{}'))[0]).toBe(503);
    accept = () => Promise.reject(new Error('connection refused'));
    expect((await post(url, '{}'))[0]).toBe(503);
    accept = () => new Promise(() => undefined);
    const answer = await fetch(url, { method: 'POST', body: '{}', headers: { ...usual, 'x-hub-signature-256': await sign(secret, '{}') } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
    expect(happened).toEqual(Array.from({ length: 3 }, () => ({ what: 'delivery-refused', why: 'storage' })));
  });

  it('does not wait for a sender that sends slowly', async () => {
    const url = await serve({ patience: 100 });
    const slow = httpRequest(url, { method: 'POST', headers: { ...usual, 'content-length': '100' } });
    slow.on('error', () => undefined);
    slow.write('{');
    const [answer] = (await once(slow, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(503);
  });

  it('logs one line a minute of each kind, with how many there were, however many come', async () => {
    const url = await serve();
    for (let count = 0; count < 5; count += 1) await post(url, '{}', { 'x-hub-signature-256': 'sha256=no' });
    expect(logged).toHaveLength(1);
    expect(happened).toHaveLength(5);
  });
});
