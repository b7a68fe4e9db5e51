import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planBacklog } from '../../../src/core/backlog/plan-backlog.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadLocalPlaybook } from '../../../src/engine/load-playbook.ts';
import { createContentBudget } from '../../../src/github/seeding/content-budget.ts';
import { seedRepository } from '../../../src/github/seeding/seed-repository.ts';
import { bot, fakeGitHub } from './fake-github.ts';

const text = `playbook: ./pulso
locale: es
tier: 3
product: servicio
schedule: { start: 2027-01-11 }
components:
  tienda: { kind: servicio, paths: ["src/**"] }
authorities:
  guia: { users: [ana], count: 1 }
`;

test('another method, with other blocks, sprints and names, is planned and seeded by the same code', async () => {
  const loaded = await loadLocalPlaybook(fileURLToPath(new URL('../../fixtures/playbooks/pulso', import.meta.url)));
  const { policy, problems } = resolvePolicy({ loaded, organisation: null, repository: { file: '.github/sprintgate.yml', text } });
  expect(problems).toEqual([]);
  if (policy === null) throw new Error('no policy');
  const plan = planBacklog(policy);
  expect(plan.milestones.map(({ key, dueOn }) => [key, dueOn])).toEqual([
    ['s00', '2027-01-17'],
    ['s01', '2027-01-24'],
    ['s02', '2027-01-31'],
    ['s03', '2027-02-07'],
  ]);
  expect(plan.weeks).toBe(4);
  expect(plan.items.find((item) => item.id === 'prepara.visto-bueno')?.body).toContain('/sprintgate aprobar plan-claro');

  const world = fakeGitHub();
  const seed = () =>
    seedRepository(world.github, {
      repository: { owner: 'acme', repo: 'app' },
      policy,
      self: { login: bot.login, id: bot.id },
      budget: createContentBudget(null, { now: () => 0, sleep: () => Promise.resolve() }),
    });
  await seed();
  expect(world.issues.map((issue) => issue.title)).toEqual(plan.items.map((item) => item.title));
  expect(await seed()).toMatchObject({ writes: 0, notices: [] });
});
