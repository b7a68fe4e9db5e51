import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { githubLimits } from '../../../src/core/budget/budget-limits.ts';
import { budgetedClient } from '../../../src/github/budget/budgeted-client.ts';
import { createBudget } from '../../../src/github/budget/create-budget.ts';
import { memoryBudgetKeeper } from '../../../src/github/budget/memory-budget-keeper.ts';
import { type Acme, at, startAcme } from '../../rehearsal/github/acme.ts';

let acme: Acme;
beforeEach(async () => {
  acme = await startAcme();
});
afterEach(async () => {
  await acme.github.close();
});

test('requests that all need the first token of an installation do not wait for one another', async () => {
  const clock = { now: () => Date.now(), sleep: (milliseconds: number) => sleep(milliseconds) };
  const keeper = memoryBudgetKeeper(clock.now);
  budgetedClient(acme.bot, createBudget({ keeper, limits: githubLimits, clock, patience: 5_000, readRetries: [] }), 1);
  const answers = await Promise.all(Array.from({ length: 12 }, () => acme.bot.rest.repos.get(at)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
}, 10_000);
