import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { planBacklog } from '../../../src/core/backlog/plan-backlog.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadLocalPlaybook } from '../../../src/engine/load-playbook.ts';
import { createContentBudget } from '../../../src/github/seeding/content-budget.ts';
import { seedRepository, type SeedingReport } from '../../../src/github/seeding/seed-repository.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

const text = `playbook: construir@1
locale: es
tier: 2
product: ml
regulations: [LFPDPPP, CNBV]
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, holidays: [2027-03-29..2027-04-02], profile: standard }
components:
  model: { kind: ml-model, paths: ["src/model/**"] }
  api: { kind: api, paths: ["src/api/**"] }
authorities:
  architecture-review: { teams: [acme/architects], count: 1 }
`;
const policy = await policyOf('construir@1', text);
const plan = planBacklog(policy);
const small = await policyOf(
  fileURLToPath(new URL('../../fixtures/playbooks/pulso', import.meta.url)),
  `playbook: ./pulso
locale: es
tier: 3
product: servicio
schedule: { start: 2027-01-11 }
components: { tienda: { kind: servicio, paths: ["src/**"] } }
authorities: { guia: { users: [ana], count: 1 } }
`,
);
let acme: Acme | null = null;

afterEach(async () => {
  await acme?.github.close();
  acme = null;
});

async function policyOf(playbook: string, config: string): Promise<Policy> {
  const loaded = await loadLocalPlaybook(playbook);
  const { policy: resolved, problems } = resolvePolicy({ loaded, organisation: null, repository: { file: '.github/sprintgate.yml', text: config } });
  if (resolved === null) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return resolved;
}

/** One run of a process. It dies of any write whose answer it does not get: it never wakes up from the wait that follows. */
function seed({ bot, at }: Acme, of: Policy = policy): Promise<SeedingReport> {
  const sleep = () => Promise.reject(new Error('killed'));
  const budget = createContentBudget(null, { now: () => 0, sleep });
  return seedRepository(bot, { repository: at, policy: of, self: { login: 'sprintgate[bot]', id: null }, budget });
}

/** What a person would see: nothing that depends on when it was written. */
function shown({ repository }: Acme): unknown {
  const parents = new Map([...repository.issues.values()].map((issue) => [issue.id, issue.number]));
  return {
    labels: [...repository.labels.values()].map(({ name, color, description }) => ({ name, color, description })),
    milestones: [...repository.milestones.values()].map(({ number, title, description, dueOn }) => ({ number, title, description, dueOn })),
    issues: [...repository.issues.values()].map(({ number, title, body, labels, milestone, parentId }) => ({
      number,
      title,
      body,
      labels,
      milestone,
      parent: parents.get(parentId ?? 0) ?? null,
    })),
  };
}

describe('the whole method on the embedded GitHub, every request held against GitHub’s description', () => {
  test('is seeded over HTTP by the app’s own installation, and a second run makes no write and at most six reads', async () => {
    acme = await startAcme();
    const report = await seed(acme);
    expect(report.skipped).toEqual([]);
    expect(acme.repository.issues.size).toBe(plan.items.length);
    expect([...acme.repository.milestones.values()].map((milestone) => milestone.title)).toEqual(plan.milestones.map((milestone) => milestone.title));
    expect([...acme.repository.issues.values()].filter((issue) => issue.parentId !== null)).toHaveLength(
      plan.items.filter((item) => item.parent !== undefined).length,
    );
    const mark = acme.github.requests.mark();
    expect(await seed(acme)).toMatchObject({ writes: 0, notices: [] });
    const { reads, writes } = acme.github.requests.since(mark);
    expect(writes).toBe(0);
    expect(reads).toBeLessThanOrEqual(6);
    acme.github.assertClean();
  });

  test.each([
    ['a small method, killed after every single write in turn', small, 1],
    ['the whole method, killed after every ninth write', policy, 9],
  ])('%s, ends in the same state', async (_name, of, every) => {
    acme = await startAcme({ validate: false });
    await seed(acme, of);
    const whole = shown(acme);
    await acme.github.close();
    acme = await startAcme({ validate: false });
    const writes = await killedAgainAndAgain(acme, of, every);
    expect(shown(acme)).toEqual(whole);
    expect(writes.kills).toBe(Math.floor(writes.all / every));
  });
});

/** Runs until one run survives; each is killed when so many writes were made, the last of them with its answer lost. */
async function killedAgainAndAgain(world: Acme, of: Policy, every: number): Promise<{ kills: number; all: number }> {
  const mark = world.github.requests.mark();
  for (let kills = 0; ; kills += 1) {
    world.github.faults.clear();
    world.github.faults.add({ kind: 'hang-up-after', writesOnly: true, skip: every - 1 });
    const died = await seed(world, of).then(
      () => null,
      (error: Error) => error.message,
    );
    if (died === null) return { kills, all: world.github.requests.since(mark).writes };
    if (died !== 'killed') throw new Error(died);
  }
}
