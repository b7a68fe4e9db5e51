import { expect, test } from 'vitest';
import { githubLimits, type WorkClass } from '../../../src/core/budget/budget-limits.ts';
import { type Budget, createBudget } from '../../../src/github/budget/create-budget.ts';
import { BudgetExhausted } from '../../../src/github/budget/budget-exhausted.ts';
import { inClass } from '../../../src/github/budget/work-class.ts';
import { storeBudgetKeeper } from '../../../src/store/budget/store-budget-keeper.ts';
import type { Store } from '../../../src/store/store.ts';
import { onEveryStore } from '../../support/every-store.ts';

const start = 1_800_000_000_000;
const hour = 3_600_000;

/** A GitHub that counts by the clock of the test, and notes what it had to refuse. */
function countingGitHub(clock: { now: number }, limit: number) {
  const seen = { used: 0, resetAt: start + hour, refused: 0, created: [] as number[] };
  const answer = async (creates: boolean) => {
    if (clock.now >= seen.resetAt) Object.assign(seen, { used: 0, resetAt: clock.now + hour });
    seen.used += 1;
    if (seen.used > limit) seen.refused += 1;
    if (creates) seen.created.push(clock.now);
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - seen.used)),
      'x-ratelimit-reset': String(Math.ceil(seen.resetAt / 1000)),
      date: new Date(clock.now).toUTCString(),
    };
    return { status: 200, headers, data: {} };
  };
  return { seen, answer };
}

/** Two processes with a database pool each would be alike: all that they share is the table. */
function processesOn(store: Store, clock: { now: number }, count: number): Budget[] {
  const sleep = async (milliseconds: number) => void (clock.now += milliseconds);
  return Array.from({ length: count }, () =>
    createBudget({
      keeper: storeBudgetKeeper(store.db, () => clock.now),
      limits: githubLimits,
      clock: { now: () => clock.now, sleep },
      patience: 5_000,
      readRetries: [],
    }),
  );
}

/** The same numbers at every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

onEveryStore((store) => {
  test.each([1, 2])('processes together never exceed the hour, whoever asks and whoever dies (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const clock = { now: start };
    const limit = 400;
    const github = countingGitHub(clock, limit);
    const processes = processesOn(store(), clock, 2);
    const classes: WorkClass[] = ['interactive', 'sweep', 'seeding'];
    let putOff = 0;
    for (let step = 0; step < 600; step += 1) {
      clock.now += random(1_500);
      // A killed process: another takes its place, and knows nothing of what it held.
      if (random(150) === 0) processes.splice(random(2), 1, ...processesOn(store(), clock, 1));
      const budget = processes[random(2)] as Budget;
      const sent = inClass(classes[random(3)] ?? 'sweep', () => budget.run(7, { method: 'GET', url: '/repos/a/b' }, () => github.answer(false)));
      await sent.catch((error: unknown) => {
        if (!(error instanceof BudgetExhausted)) throw error;
        putOff += 1;
      });
    }
    expect(github.seen.refused).toBe(0);
    expect(putOff).toBeGreaterThan(0);
  });

  test('of two processes that create content each slot goes to one', async () => {
    const clock = { now: start };
    const github = countingGitHub(clock, 5000);
    const [one, two] = processesOn(store(), clock, 2);
    for (let step = 0; step < 60; step += 1) {
      const create = (budget: Budget | undefined) => budget?.run(7, { method: 'POST', url: '/repos/a/b/issues' }, () => github.answer(true));
      await inClass('interactive', () => Promise.allSettled([create(one), create(two)]));
    }
    const { created } = github.seen;
    for (const at of created) expect(created.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(80);
    expect(created).toHaveLength(80);
  });

  test('when GitHub blocks an installation all processes wait, and others go on', async () => {
    const clock = { now: start };
    const [one, two] = processesOn(store(), clock, 2);
    const refused = Object.assign(new Error('You have exceeded a secondary rate limit'), { response: { status: 403, headers: { 'retry-after': '30' } } });
    const read = { method: 'GET', url: '/repos/a/b' };
    const good = async () => ({ status: 200, headers: {}, data: {} });
    await expect(one?.run(7, read, () => Promise.reject(refused))).rejects.toMatchObject({ until: start + 30_000 });
    await expect(two?.run(7, read, good)).rejects.toMatchObject({ until: start + 30_000 });
    await expect(two?.run(8, read, good)).resolves.toMatchObject({ status: 200 });
    clock.now += 30_000;
    await expect(two?.run(7, read, good)).resolves.toMatchObject({ status: 200 });
  });
});
