import { expect, test } from 'vitest';
import type { BudgetKeeper } from '../../../src/core/budget/budget-keeper.ts';
import { githubLimits, toldLimits } from '../../../src/core/budget/budget-limits.ts';
import { BudgetExhausted } from '../../../src/github/budget/budget-exhausted.ts';
import { createBudget } from '../../../src/github/budget/create-budget.ts';
import { memoryBudgetKeeper } from '../../../src/github/budget/memory-budget-keeper.ts';
import { until } from '../../support/until.ts';

const start = 1_800_000_000_000;
const clock = { now: () => start, sleep: async () => undefined };
const read = { method: 'GET', url: '/repos/a/b' };
const settings = { limits: toldLimits, clock, patience: 5_000, readRetries: [] };

/** What nobody caught would end the process. */
async function uncaughtWhile(work: () => Promise<unknown>): Promise<unknown[]> {
  const caught: unknown[] = [];
  const hear = (reason: unknown) => void caught.push(reason);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', hear);
  try {
    await work();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('unhandledRejection', hear);
    for (const other of others) process.on('unhandledRejection', other);
  }
  return caught;
}

test('a database that fails while a lease is asked for fails the request, and not the process', async () => {
  const keeper: BudgetKeeper = { change: async () => Promise.reject(new Error('the database is away')) };
  const budget = createBudget({ ...settings, keeper });
  const uncaught = await uncaughtWhile(async () => {
    await expect(budget.run(7, read, async () => ({ status: 200, headers: {} }))).rejects.toThrow('the database is away');
  });
  expect(uncaught).toEqual([]);
});

test('requests that wait for a lane when GitHub refuses are told so, every one of them', async () => {
  const budget = createBudget({ ...settings, limits: githubLimits, keeper: memoryBudgetKeeper(clock.now) });
  const answers: PromiseWithResolvers<never>[] = [];
  const send = async (): Promise<never> => {
    const answer = Promise.withResolvers<never>();
    answers.push(answer);
    return answer.promise;
  };
  const refusal = () => Object.assign(new Error('You have exceeded a secondary rate limit'), { response: { status: 403, headers: { 'retry-after': '60' } } });
  const asked = Array.from({ length: 40 }, () => budget.run(7, read, send).catch((error: unknown) => error));
  await until('requests', () => answers.length > 0);
  await new Promise((resolve) => setImmediate(resolve));
  expect(answers.length).toBeLessThan(40);
  const sent = answers.length;
  let told = 0;
  let refused = 0;
  for (const one of asked) void one.then(() => (told += 1));
  await until('all to be told', () => {
    for (const { reject } of answers.splice(0)) {
      refused += 1;
      reject(refusal());
    }
    return told === 40;
  });
  // None of those that waited ran into the same refusal.
  expect(refused).toBe(sent);
  for (const one of await Promise.all(asked)) expect(one).toBeInstanceOf(BudgetExhausted);
});
