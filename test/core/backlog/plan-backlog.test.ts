import { describe, expect, test } from 'vitest';
import { backlogItems } from '../../../src/core/backlog/backlog-items.ts';
import { backlogLabels } from '../../../src/core/backlog/backlog-labels.ts';
import { blocksBefore } from '../../../src/core/backlog/blocks-before.ts';
import { planBacklog } from '../../../src/core/backlog/plan-backlog.ts';
import type { Item } from '../../../src/core/playbook/playbook-schema.ts';
import { itemKinds } from '../../../src/core/playbook/playbook-schema.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { samplePolicy } from './sample-policy.ts';

const ids = (policy: Policy): string[] => backlogItems(policy).map((item) => item.id);
const always = ['s01.block', 's01.task', 's00.block', 's00.deliverable', 's00.checkpoint', 's01.in-group', 'risk.scope', 'pilot.alpha'];

describe('which items apply', () => {
  const component = { id: 'web', kind: 'frontend', paths: ['web/**'], exclude: [], floor: 8000, uploads: [] };
  test.each([
    ['a tier 2 ML product', {}, always],
    ['tier 1', { tier: 1 as const }, [...always, 's01.group', 's01.tier1']],
    ['both products', { products: ['ml', 'genai'] }, [...always, 's01.genai']],
    ['a regulation', { regulations: ['CNBV'] }, [...always, 's01.cnbv']],
    ['a component of the kind', { components: [component] }, [...always, 's01.frontend']],
  ])('%s', (_name, change, expected) => {
    expect(ids(samplePolicy(change)).toSorted()).toEqual(expected.toSorted());
  });

  test('parents stand before their children', () => {
    const items = backlogItems(samplePolicy({ tier: 1 }));
    const early = items.filter((item, index) => item.parent !== null && items.findIndex((other) => other.id === item.parent) > index);
    expect(early).toEqual([]);
  });

  test('a child of an item that does not apply goes to the next ancestor that does', () => {
    const parent = (policy: Policy) => backlogItems(policy).find((item) => item.id === 's01.in-group')?.parent;
    expect(parent(samplePolicy())).toBe('s01.block');
    expect(parent(samplePolicy({ tier: 1 }))).toBe('s01.group');
  });

  test('items of a block are sub-issues of the block’s item; the rest stand alone', () => {
    const parents = Object.fromEntries(backlogItems(samplePolicy()).map((item) => [item.id, item.parent]));
    expect(parents).toMatchObject({
      's00.deliverable': 's00.block',
      's00.checkpoint': 's00.block',
      's00.block': null,
      'risk.scope': null,
      'pilot.alpha': null,
    });
  });

  test('a circle of parents ends, with everything in the plan', () => {
    const policy = withItems([
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
    ]);
    expect(backlogItems(policy).map(({ id, parent }) => [id, parent])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  test('a parent takes a hundred sub-issues, and the plan says how many are left over', () => {
    const policy = withItems([{ id: 'top' }, ...Array.from({ length: 103 }, (_, index) => ({ id: `c${index}`, parent: 'top' }))]);
    expect(backlogItems(policy).filter((item) => item.parent === 'top')).toHaveLength(100);
    expect(planBacklog(policy).warnings.join('\n')).toContain('3 issues stay without a parent');
  });
});

describe('the plan', () => {
  test('has a milestone with due date for each sprint and pilot phase', () => {
    expect(planBacklog(samplePolicy()).milestones).toEqual([
      { key: 's00', title: 'Sprint 0 · Setup', dueOn: '2027-01-24' },
      { key: 's01', title: 'Sprint 1 · API e integración', dueOn: '2027-02-07' },
      { key: 's02', title: 'Sprint 2 · API e integración', dueOn: '2027-02-21' },
      { key: 'pilot-alpha', title: 'Pilot · Alpha', dueOn: '2027-03-07' },
    ]);
  });

  test('puts each item into the milestone of its phase, its sprint or its block', () => {
    const plan = planBacklog(samplePolicy());
    expect(Object.fromEntries(plan.items.map((item) => [item.id, item.milestone]))).toMatchObject({
      's01.task': 's02',
      's01.block': 's01',
      's00.deliverable': 's00',
      'risk.scope': 's00',
      'pilot.alpha': 'pilot-alpha',
    });
    const keys = new Set(plan.milestones.map((milestone) => milestone.key));
    expect(plan.items.every((item) => keys.has(item.milestone))).toBe(true);
  });

  test('names playbook, language and length', () => {
    expect(planBacklog(samplePolicy())).toMatchObject({ playbook: 'tiny@3', locale: 'en', weeks: 6 });
  });

  test.each([
    ['es' as const, 'El plan dura 6 semanas; el perfil «Standard» del método promete 2-4.'],
    ['en' as const, "The plan takes 6 weeks; the method's profile “Standard” promises 2-4."],
  ])('warns in %s when it is longer than its profile', (locale, warning) => {
    expect(planBacklog(samplePolicy({ locale })).warnings[0]).toBe(warning);
  });

  test('warns of a profile for another tier, of parameters without a value and of checkpoints without a signer', () => {
    const policy = samplePolicy();
    const { warnings } = planBacklog({ ...policy, schedule: { ...policy.schedule, profile: 'critical' } });
    expect(warnings).toEqual([
      'The pilot adds 2 weeks that no duration profile counts. With the pilot, the plan ends on 2027-03-07.',
      'The profile “Critical” is meant for tier 1; check `schedule.profile` or `tier`.',
      'One parameter is not set (sla); until then their criteria cannot be evaluated.',
      'One checkpoint has nobody who signs (security-review); write `authorities` in the config.',
    ]);
  });

  test('is the same each time', () => {
    expect(JSON.stringify(planBacklog(samplePolicy()))).toBe(JSON.stringify(planBacklog(samplePolicy())));
  });
});

describe('the body of an issue', () => {
  const body = (id: string, change: Partial<Policy> = {}) => planBacklog(samplePolicy(change)).items.find((item) => item.id === id)?.body;

  test('of a task has its text, its task list and how its criteria are decided, and mentions nobody', () => {
    expect(body('s01.task')).toMatchInlineSnapshot(`
      "Ask \`@octocat\` & friends.

      ### It is done when

      - [ ] First box
      - [ ] Second box

      ### Criteria it satisfies

      | Criterion | How it is decided |
      | - | - |
      | Code coverage<br>\`coverage\` | coverage of the total, at least 85 % |"
    `);
  });

  test('of a checkpoint has its checklist, who signs and the command', () => {
    expect(body('s00.checkpoint', { locale: 'es' })).toMatchInlineSnapshot(`
      "### Qué se revisa

      - [ ] Documented (\`docs\`): un archivo en \`docs/**\`; o bien atestación de Architects, válida 180 días

      ### Firma

      Firma: Architects (el equipo \`acme/architects\`).

      Para firmar, comente en este issue:

      \`\`\`
      /sprintgate aprobar architecture-review
      \`\`\`

      Para rechazar: \`/sprintgate rechazar architecture-review MOTIVO\`.

      Marcar casillas o cerrar este issue no cuenta como firma."
    `);
  });

  test('of a risk has its figures as a table', () => {
    expect(body('risk.scope')).toMatchInlineSnapshot(`
      "### Facts

      | Fact | Value |
      | - | - |
      | Probability | High |
      | Impact | High |
      | Mitigation | change control<br>MVP |"
    `);
  });

  test('of a block has its deliverables and its checkpoint', () => {
    expect(body('s00.block')).toBe('### Deliverables\n\n- Title of s00.deliverable\n\nThe block ends with the checkpoint **Architecture review**.');
  });

  test('stays below GitHub’s limit whatever the playbook says', () => {
    const policy = samplePolicy();
    const long = { title: 'Long', body: 'palabra ñ '.repeat(20_000), done: [] };
    const plan = planBacklog({ ...policy, text: { ...policy.text, items: { ...policy.text.items, 's01.task': long } } });
    expect(Buffer.byteLength(plan.items.find((item) => item.id === 's01.task')?.body ?? '')).toBeLessThan(60_000);
  });
});

test('labels of all kinds have six digits of colour and at most 100 characters of description', () => {
  for (const label of backlogLabels(samplePolicy({ locale: 'es' }), new Set(itemKinds))) {
    expect(label.color).toMatch(/^[0-9a-f]{6}$/);
    expect(label.description.length).toBeLessThanOrEqual(100);
  }
});

test('each checkpoint with an issue has a label under which a review signs it off, and its issue carries it', () => {
  const policy = samplePolicy({ locale: 'es' });
  const labels = backlogLabels(policy, new Set(itemKinds)).filter(({ name }) => name.startsWith('checkpoint:'));
  const carried = planBacklog(policy).items.flatMap((item) => item.labels.filter((name) => name.startsWith('checkpoint:')));
  expect(labels.map(({ name }) => name)).toEqual(carried);
  expect(carried.length).toBeGreaterThan(0);
  expect(labels[0]?.description).toMatch(/^En un pull request: una revisión que lo apruebe firma /);
});

test.each([
  ['s00', []],
  ['s01', ['s00']],
  ['s02', ['s00']],
])('the blocks before %s are %j', (sprint, expected) => {
  expect(blocksBefore(samplePolicy(), sprint).map((block) => block.id)).toEqual(expected);
});

test('a sprint that the playbook does not have is refused with those that it has', () => {
  expect(() => blocksBefore(samplePolicy(), 's07')).toThrow('"s07" is not a sprint of tiny; write s00 to s02.');
});

function withItems(items: readonly { id: string; parent?: string }[]): Policy {
  const policy = samplePolicy();
  const full = items.map((item): Item => ({ kind: 'task', criteria: [], facts: {}, source: 'method', ...item }));
  return { ...policy, playbook: { ...policy.playbook, items: full } };
}
