import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let shop: Repository;

beforeAll(async () => {
  stage = await startStage();
  stage.github.rateLimit.limits.primary = 5_000;
  stage.github.rateLimit.limits.graphql = 5_000;
  shop = await stage.repository('shop');
});

afterAll(async () => {
  await stage.close();
});

/** The name under which the embedded GitHub counts the installation on acme. */
function account({ github }: Stage): string {
  return `installation:${[...github.state.installations.keys()][0]}`;
}

test('when little of the hour is left, a look that a developer waits for goes, and a sweep waits for the next hour', async () => {
  const { github } = stage;
  openSmallPull(stage, { repository: shop, branch: 'one' });
  await stage.settle();
  // What a sweep may use of 5,000 is used up, and a little more; what a developer may is not.
  github.rateLimit.spend(account(stage), 3_600);
  // The sweep holds leases of before, and does not know; the look of a developer is told.
  openSmallPull(stage, { repository: shop, branch: 'two' });
  await stage.settle();
  const before = github.requests.mark();
  await stage.app.context.enqueue([{ key: { kind: 'policy', repository: shop.id }, priority: 'later' }]);
  await stage.settle();
  expect(github.requests.since(before).entries.flatMap(({ operation }) => operation ?? [])).toEqual([]);
  expect(Date.parse((await stage.wakeOf(`${shop.id}/policy`)) ?? '')).toBeGreaterThan(Date.now());
  const pull = openSmallPull(stage, { repository: shop, branch: 'three' });
  await stage.settle();
  expect(stage.check(shop, shop.refs.get(`refs/pull/${pull.number}/head`) ?? '', 'coverage')).not.toBeNull();
  expect(github.rateLimit.refused).toEqual([]);
});

test.each<[string, { status: number; retryAfter?: number; reset?: number }, number]>([
  ['403 with retry-after', { status: 403, retryAfter: 30 }, 30],
  ['403 with a reset', { status: 403, reset: 90 }, 91],
  ['a bare 429', { status: 429 }, 60],
])('%s: the key waits exactly so long, and the other organisation’s checks appear meanwhile', async (name, { reset, ...fault }, seconds) => {
  const { github } = stage;
  const slug = name.replaceAll(/\W+/g, '-').toLowerCase();
  github.people.addOrganisation(slug, { owners: ['ana'], members: ['luis'] });
  github.people.installApp({ account: slug });
  const other = github.people.createRepository({ owner: slug, name: 'app', as: 'ana', files: { 'README.md': '# app\n' } });
  await stage.settle();
  const resetAt = Math.floor(Date.parse(github.now) / 1000) + (reset ?? 0);
  const headers = reset === undefined ? {} : { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAt) } };
  github.faults.add({ kind: 'refuse', where: `/repos/${slug}/app`, ...fault, ...headers });
  const asked = Date.now();
  await stage.app.context.enqueue([{ key: { kind: 'policy', repository: other.id }, priority: 'now' }]);
  await stage.settle();
  const wake = Date.parse((await stage.wakeOf(`${other.id}/policy`)) ?? '');
  expect(wake - asked).toBeGreaterThanOrEqual(seconds * 1000);
  expect(wake - asked).toBeLessThan((seconds + 30) * 1000);
  const pull = openSmallPull(stage, { repository: shop, branch: slug });
  await stage.settle();
  expect(stage.check(shop, shop.refs.get(`refs/pull/${pull.number}/head`) ?? '', 'coverage')).not.toBeNull();
});
