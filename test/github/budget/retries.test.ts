import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toldLimits } from '../../../src/core/budget/budget-limits.ts';
import { budgetedClient } from '../../../src/github/budget/budgeted-client.ts';
import { createBudget } from '../../../src/github/budget/create-budget.ts';
import { memoryBudgetKeeper } from '../../../src/github/budget/memory-budget-keeper.ts';
import { type Acme, at, quiet, startAcme } from '../../rehearsal/github/acme.ts';

let acme: Acme;
let time = 0;
let slept: number[] = [];

beforeEach(async () => {
  acme = await startAcme();
  time = 1_000_000;
  slept = [];
});

afterEach(async () => {
  await acme.github.close();
});

function client(patience: number): Octokit {
  const octokit = new Octokit({ baseUrl: acme.github.apiUrl, auth: 'ghp_ana', log: quiet });
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds);
    time += milliseconds;
  };
  const clock = { now: () => time, sleep };
  const keeper = memoryBudgetKeeper(clock.now);
  budgetedClient(octokit, createBudget({ keeper, limits: toldLimits, clock, patience, readRetries: [1_000, 4_000] }), 1);
  return octokit;
}

test('a read that is answered 502 is sent again, later each time', async () => {
  acme.github.faults.add({ kind: 'refuse', status: 502, times: 2 });
  expect((await client(0).rest.repos.get(at)).status).toBe(200);
  expect(slept).toEqual([1_000, 4_000]);
});

test('a write that is answered 502 is not sent again: it may have been done', async () => {
  acme.github.faults.add({ kind: 'lose-answer', where: 'issues/create' });
  await expect(client(0).rest.issues.create({ ...at, title: 'x' })).rejects.toMatchObject({ status: 502 });
  expect(acme.repository.issues.size).toBe(1);
  expect(slept).toEqual([]);
});

test.each([
  ['retry-after', { status: 403, retryAfter: 7 }, 7_000],
  ['the reset', { status: 403, headers: { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '' } }, 91_000],
  ['a minute where nothing is said', { status: 429 }, 60_000],
])('a write that was refused for its rate was not done: it is sent once more after %s', async (_name, fault, wait) => {
  const reset = String(Math.floor(Date.parse(acme.github.now) / 1000) + 90);
  const headers = 'headers' in fault ? { headers: { ...fault.headers, 'x-ratelimit-reset': reset } } : {};
  acme.github.faults.add({ kind: 'refuse', ...fault, ...headers });
  expect((await client(120_000).rest.issues.create({ ...at, title: 'x' })).status).toBe(201);
  expect(slept).toEqual([wait]);
  expect(acme.repository.issues.size).toBe(1);
});

test('a GraphQL answer that says RATE_LIMITED is no answer', async () => {
  acme.github.rateLimit.limits.graphql = 0;
  await expect(client(1_000).graphql('query { viewer { login } }')).rejects.toMatchObject({ name: 'BudgetExhausted' });
});
