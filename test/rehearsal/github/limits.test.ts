import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

test('the primary limit answers 403 with nothing remaining until the reset (§1)', async () => {
  acme.github.rateLimit.limits.primary = 2;
  await acme.bot.rest.repos.get(at);
  const last = await acme.bot.rest.repos.get(at);
  expect(last.headers['x-ratelimit-remaining']).toBe('0');
  expect((await refused(acme.bot.rest.repos.get(at))).message).toContain('rate limit');
  // Nobody else's requests count for it, nor its for theirs.
  expect((await acme.as('ana').rest.repos.get(at)).status).toBe(200);
  acme.github.now = new Date((Number(last.headers['x-ratelimit-reset']) + 1) * 1000).toISOString();
  expect((await acme.bot.rest.repos.get(at)).status).toBe(200);
});

test('content made too fast is a secondary limit with retry-after (§1)', async () => {
  acme.github.rateLimit.limits.content = { perMinute: 80, perHour: 500 };
  for (let index = 0; index < 80; index += 1) await acme.bot.rest.issues.create({ ...at, title: `Issue ${index}` });
  expect((await refused(acme.bot.rest.issues.create({ ...at, title: 'one more' }))).message).toContain('secondary rate limit');
  acme.github.advance(60_000);
  expect((await acme.bot.rest.issues.create({ ...at, title: 'one more' })).status).toBe(201);
});

test('points of a minute, and requests at once, are secondary limits; GraphQL’s hour is told in an answer with status 200 (§1)', async () => {
  const { limits, refused: broken } = acme.github.rateLimit;
  Object.assign(limits, { points: { rest: 6, graphql: 2000 }, retryAfter: false, status: 429 });
  await acme.bot.rest.issues.create({ ...at, title: 'x' });
  await acme.bot.rest.repos.get(at);
  const late = await refused(acme.bot.rest.repos.get(at));
  expect(late.status).toBe(429);
  Object.assign(limits, { points: null, concurrency: 0 });
  expect((await refused(acme.bot.rest.repos.get(at))).status).toBe(429);
  Object.assign(limits, { concurrency: null, graphql: 0 });
  await expect(acme.bot.graphql('query { viewer { login } }')).rejects.toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
  expect(broken.map(({ limit }) => limit)).toEqual(['points', 'concurrency', 'graphql']);
});

test('a lost answer leaves what it did: the same request again makes a second (§1)', async () => {
  acme.github.faults.add({ kind: 'lose-answer', where: 'issues/create' });
  expect((await refused(acme.bot.rest.issues.create({ ...at, title: 'x' }))).status).toBe(502);
  expect((await acme.bot.rest.issues.listForRepo(at)).data).toHaveLength(1);
});

test('a refused request does nothing, and says when to come again (§1)', async () => {
  acme.github.faults.add({ kind: 'refuse', status: 403, retryAfter: 7, writesOnly: true });
  const response = await fetch(`${acme.github.url}/repos/acme/shop/issues`, {
    method: 'POST',
    headers: { authorization: 'token ghp_ana' },
    body: '{"title":"x"}',
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([403, '7']);
  expect(acme.repository.issues.size).toBe(0);
});

test('a fault can wait for the nth write and then cut the line', async () => {
  acme.github.faults.add({ kind: 'hang-up-after', writesOnly: true, skip: 1, where: '/repos/' });
  await acme.as('ana').rest.issues.create({ ...at, title: 'one' });
  await expect(acme.as('ana').rest.issues.create({ ...at, title: 'two' })).rejects.toThrow('other side closed');
  expect(acme.repository.issues.size).toBe(2);
});

test('requests are counted as reads and writes from a mark; minting a token is neither', async () => {
  const mark = acme.github.requests.mark();
  await acme.bot.rest.repos.get(at);
  await acme.bot.rest.issues.create({ ...at, title: 'x' });
  await acme.bot.graphql('query { viewer { login } }');
  expect(acme.github.requests.since(mark)).toMatchObject({ reads: 2, writes: 1 });
});
