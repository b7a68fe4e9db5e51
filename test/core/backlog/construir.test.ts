import { describe, expect, test } from 'vitest';
import { backlogItems } from '../../../src/core/backlog/backlog-items.ts';
import { renderIssue } from '../../../src/core/backlog/render-issue.ts';
import { planBacklog } from '../../../src/core/backlog/plan-backlog.ts';
import { planSeeding } from '../../../src/core/backlog/plan-seeding.ts';
import { estimateSeeding } from '../../../src/core/backlog/estimate-seeding.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { applyToSnapshot } from './apply-to-snapshot.ts';

const loaded = await loadPlaybook('construir@1');

function policyOf(change: { tier?: number; product?: string; locale?: string; regulations?: string } = {}): Policy {
  const { tier = 2, product = 'ml', locale = 'es', regulations = 'LFPDPPP, CNBV' } = change;
  const text = `playbook: construir@1
locale: ${locale}
tier: ${tier}
product: ${product}
regulations: [${regulations}]
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
components:
  model: { kind: ml-model, paths: ["src/model/**"] }
  api: { kind: api, paths: ["src/api/**"] }
  web: { kind: frontend, paths: ["web/**"] }
authorities:
  architecture-review: { teams: [acme/architects], count: 1 }
`;
  const { policy, problems } = resolvePolicy({ loaded, organisation: null, repository: { file: '.github/sprintgate.yml', text } });
  if (policy === null) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return policy;
}

test('tells in the issue of the first block what the method notes of its stage', () => {
  const policy = policyOf();
  const items = backlogItems(policy);
  const [first, second] = items.filter(({ kind }) => kind === 'block').map((item) => renderIssue(policy, item, items));
  expect(first).toContain('### Lo que el método anota de la etapa');
  expect(first).toMatch(/MXN/);
  expect(first).toContain('75%');
  expect(first).toContain('Architecture review');
  expect(second).not.toContain('Lo que el método anota');
});

test('warns of criteria that no component lets apply', () => {
  const without = (locale: string): string => {
    const policy = policyOf({ locale });
    return planBacklog({ ...policy, components: policy.components.filter(({ kind }) => kind !== 'ml-model') }).warnings.join('\n');
  };
  expect(without('en')).toMatch(/\d+ criteria do not apply because no component of kind `ml-model` is configured/);
  expect(without('es')).toMatch(/\d+ criterios no aplican porque no hay ningún componente de tipo `ml-model`/);
  expect(planBacklog(policyOf({ locale: 'en' })).warnings.join('\n')).not.toContain('`ml-model`');
});

const everyProject = [1, 2, 3, 4].flatMap((tier) => ['ml', 'genai', 'both'].flatMap((product) => ['es', 'en'].map((locale) => ({ tier, product, locale }))));

test('has a milestone for each of the 17 sprints and the 4 pilot phases, on the days of the schedule', () => {
  const { milestones, weeks, warnings } = planBacklog(policyOf());
  expect(milestones.map((milestone) => milestone.key).slice(0, 17)).toEqual(Array.from({ length: 17 }, (_, sprint) => `s${String(sprint).padStart(2, '0')}`));
  expect(milestones).toHaveLength(21);
  expect(milestones[3]).toEqual({ key: 's03', title: expect.stringMatching(/^Sprint 3 · \S/), dueOn: '2027-03-07' });
  expect(milestones[16]?.dueOn).toBe('2027-09-05');
  expect(weeks).toBe(34);
  expect(warnings[0]).toContain('34 semanas');
  expect(warnings[0]).toContain('12-16');
});

test('has nine blocks, nine checkpoints with their command, and six risks', () => {
  const { items } = planBacklog(policyOf());
  const count = (kind: string) => items.filter((item) => item.kind === kind).length;
  expect([count('block'), count('checkpoint'), count('risk')]).toEqual([9, 9, 6]);
  for (const item of items.filter((one) => one.kind === 'checkpoint')) expect(item.body).toMatch(/\/sprintgate aprobar [a-z-]+\n/);
});

describe('for every tier, product and language', () => {
  test.each(everyProject)('tier $tier, $product, $locale', (project) => {
    const policy = policyOf(project);
    const plan = planBacklog(policy);
    const keys = new Set(plan.milestones.map((milestone) => milestone.key));
    const ids = plan.items.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [index, item] of plan.items.entries()) {
      expect(keys).toContain(item.milestone);
      expect(item.title).not.toBe(item.id);
      expect(Buffer.byteLength(item.body)).toBeLessThan(50_000);
      expect(item.body).not.toMatch(/undefined|\[object|NaN/);
      expect([undefined, ...ids.slice(0, index)]).toContain(item.parent);
    }
    expect(backlogItems(policy).filter((item) => item.crowdedOut)).toEqual([]);
  });
});

test('is seeded whole, and then needs nothing more', () => {
  const empty = { labels: [], milestones: [], issues: [], accepted: [{ id: 7, login: 'sprintgate[bot]' }], subIssues: true };
  const { writes } = planSeeding(policyOf(), empty);
  expect(estimateSeeding(writes).seconds).toBeGreaterThan(60);
  expect(planSeeding(policyOf(), applyToSnapshot(empty, writes))).toEqual({ writes: [], notices: [] });
});
