import { expect, test } from 'vitest';
import { githubLimits } from '../../../src/core/budget/budget-limits.ts';
import { planBacklog } from '../../../src/core/backlog/plan-backlog.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadLocalPlaybook } from '../../../src/engine/load-playbook.ts';
import { budgetedClient } from '../../../src/github/budget/budgeted-client.ts';
import { createBudget } from '../../../src/github/budget/create-budget.ts';
import { memoryBudgetKeeper } from '../../../src/github/budget/memory-budget-keeper.ts';
import { inClass } from '../../../src/github/budget/work-class.ts';
import { seedRepository } from '../../../src/github/seeding/seed-repository.ts';
import { startAcme } from '../../rehearsal/github/acme.ts';

const config = `playbook: construir@1
locale: es
tier: 2
product: ml
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
components: { model: { kind: ml-model, paths: ["src/**"] } }
`;

test('the whole method under GitHub’s limits: one write an object, none refused, in the time that was forecast and no more', { timeout: 120_000 }, async () => {
  const loaded = await loadLocalPlaybook('construir@1');
  const { policy } = resolvePolicy({ loaded, organisation: null, repository: { file: '.github/sprintgate.yml', text: config } });
  if (policy === null) throw new Error('no policy');
  const { github, repository, bot, at } = await startAcme();
  Object.assign(github.rateLimit.limits, { primary: 5_000, graphql: 5_000, content: { perMinute: 80, perHour: 500 }, points: { rest: 900, graphql: 2_000 } });
  const start = Date.parse(github.now);
  let time = start;
  const sleep = async (milliseconds: number) => {
    time += milliseconds;
    github.now = new Date(time).toISOString();
  };
  const clock = { now: () => time, sleep };
  const keeper = memoryBudgetKeeper(clock.now);
  budgetedClient(bot, createBudget({ keeper, limits: githubLimits, clock, patience: Number.MAX_SAFE_INTEGER, readRetries: [] }), 1);
  const plan: Write[] = [];
  let forecast = 0;
  const budget = { limits: githubLimits.content, clock, past: () => [] };
  const onPlan = ({ writes }: { writes: readonly Write[] }, { seconds }: { seconds: number }) => {
    plan.push(...writes);
    forecast = seconds;
  };
  const mark = github.requests.mark();
  const self = { login: 'sprintgate[bot]', id: null };
  const report = await inClass('seeding', () => seedRepository(bot, { repository: at, policy, self, budget, onPlan }));
  const seconds = (time - start) / 1000;
  const { entries } = github.requests.since(mark);
  const made = (operation: string) => entries.filter((entry) => entry.operation === operation).length;
  const backlog = planBacklog(policy);
  expect(report).toMatchObject({ writes: plan.length, skipped: [] });
  expect(github.rateLimit.refused).toEqual([]);
  expect(backlog.items.length).toBeGreaterThan(130);
  expect([made('issues/create'), repository.issues.size]).toEqual([backlog.items.length, backlog.items.length]);
  expect([made('issues/create-milestone'), repository.milestones.size]).toEqual([backlog.milestones.length, backlog.milestones.length]);
  expect(made('issues/create-label')).toBe(plan.filter((write) => write.do === 'create-label').length);
  expect(made('issues/add-sub-issue')).toBe(backlog.items.filter(({ parent }) => parent !== undefined).length);
  expect(entries.filter(({ kind, operation }) => kind === 'write' && operation !== null && operation !== 'apps/create-installation-access-token')).toHaveLength(
    plan.length,
  );
  // The distance that each write must keep, and nothing besides.
  const least = plan.reduce((sum, write) => sum + (write.do === 'create-issue' ? 3 : 1), 0) - 1;
  expect(Math.abs(seconds - forecast)).toBeLessThanOrEqual(forecast * 0.1);
  expect(seconds).toBeLessThanOrEqual(least);
  github.assertClean();
  await github.close();
});
