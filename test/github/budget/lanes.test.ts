import { expect, test } from 'vitest';
import { githubLimits } from '../../../src/core/budget/budget-limits.ts';
import { createBudget } from '../../../src/github/budget/create-budget.ts';
import { memoryBudgetKeeper } from '../../../src/github/budget/memory-budget-keeper.ts';

const start = 1_800_000_000_000;
const read = { method: 'GET', url: '/repos/a/b' };
const answer = { status: 200, headers: {} };

test('a process that goes on working gives back the lanes that a burst had taken', async () => {
  const clock = { now: () => start, sleep: async () => undefined };
  const keeper = memoryBudgetKeeper(clock.now);
  const budget = createBudget({ keeper, clock, limits: githubLimits, patience: 5_000, readRetries: [] });
  const lanes = async () => keeper.change(7, (state) => [state, state.lanes.reduce((sum, { count }) => sum + count, 0)]);
  let most = 0;
  const slowly = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, await lanes());
    return answer;
  };
  await Promise.all(Array.from({ length: 200 }, () => budget.run(7, read, slowly)));
  expect(most).toBeGreaterThan(40);
  // Never idle: what an idle process gives back is told by a timer.
  for (let count = 0; count < 150; count += 1) await budget.run(7, read, async () => answer);
  expect(await lanes()).toBeLessThanOrEqual(10);
});
