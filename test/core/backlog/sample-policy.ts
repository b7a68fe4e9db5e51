import { playbookSchema } from '../../../src/core/playbook/playbook-schema.ts';
import { playbookTextSchema } from '../../../src/core/playbook/text-schema.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';

const playbook = playbookSchema.parse({
  id: 'tiny',
  version: 3,
  stage: { id: 'tiny', after: null, before: null },
  sprint: { weeks: 2 },
  profiles: [
    { id: 'standard', weeks: [2, 4] },
    { id: 'critical', weeks: [6, 8], tiers: [1] },
  ],
  products: ['ml', 'genai'],
  gates: [
    { id: 'coverage', kind: 'coverage' },
    { id: 'readiness', kind: 'readiness' },
  ],
  componentKinds: [{ id: 'api', floor: 9000, tests: ['unit'] }],
  coverage: { total: 8500, strict: true, totalFrom: 's00', smallChange: 20 },
  pyramid: [],
  parameters: [{ id: 'sla', value: null }],
  authorities: [{ id: 'architects' }, { id: 'security' }],
  targets: ['release'],
  blocks: [
    { id: 's00', sprints: [0], checkpoint: 'architecture-review' },
    { id: 's01', sprints: [1, 2], checkpoint: 'security-review' },
  ],
  checkpoints: [
    { id: 'architecture-review', block: 's00', authority: 'architects', kind: 'review', criteria: ['docs'] },
    { id: 'security-review', block: 's01', authority: 'security', kind: 'review', criteria: ['coverage'] },
  ],
  categories: ['quality'],
  criteria: [
    { id: 'coverage', category: 'quality', block: 's01', target: 'release', rule: { coverage: { of: 'total', floor: 8500 } } },
    {
      id: 'docs',
      category: 'quality',
      block: 's00',
      target: 'release',
      rule: { any: [{ files: { paths: ['docs/**'] } }, { attestation: { authority: 'architects' } }] },
    },
  ],
  checklists: [],
  phases: [{ id: 'alpha', weeks: 2, target: 'release', facts: { users: 10 } }],
  items: [
    { id: 's01.task', kind: 'task', block: 's01', sprint: 2, parent: 's01.block', criteria: ['coverage'] },
    { id: 's00.block', kind: 'block', block: 's00' },
    { id: 's00.deliverable', kind: 'deliverable', block: 's00' },
    { id: 's00.checkpoint', kind: 'checkpoint', block: 's00', sprint: 0 },
    { id: 's01.block', kind: 'block', block: 's01' },
    { id: 's01.group', kind: 'task', block: 's01', tiers: [1], parent: 's01.block' },
    { id: 's01.in-group', kind: 'control', block: 's01', parent: 's01.group' },
    { id: 's01.tier1', kind: 'control', block: 's01', tiers: [1] },
    { id: 's01.genai', kind: 'task', block: 's01', products: ['genai'] },
    { id: 's01.cnbv', kind: 'compliance', block: 's01', regulations: ['CNBV'] },
    { id: 's01.frontend', kind: 'task', block: 's01', kinds: ['frontend'] },
    { id: 'risk.scope', kind: 'risk', facts: { probability: 'high', impact: 'high', mitigation: ['change control', 'MVP'] } },
    { id: 'pilot.alpha', kind: 'pilot', phase: 'alpha' },
  ],
  notes: [],
  contradictions: [],
});

function titles(ids: readonly string[]): Record<string, { title: string }> {
  return Object.fromEntries(ids.map((id) => [id, { title: `Title of ${id}` }]));
}

function sampleText(locale: 'es' | 'en') {
  return playbookTextSchema.parse({
    locale,
    title: 'Tiny',
    goal: 'Goal',
    sprint: 'Sprint',
    blocks: { s00: { title: 'Setup' }, s01: { title: 'API e integración' } },
    checkpoints: { 'architecture-review': { title: 'Architecture review' }, 'security-review': { title: 'Security review' } },
    authorities: { architects: { title: 'Architects' }, security: { title: 'Security team' } },
    gates: {},
    componentKinds: { api: { title: 'API' } },
    testTypes: {},
    targets: {},
    categories: {},
    criteria: { coverage: { title: 'Code coverage' }, docs: { title: 'Documented' } },
    checklists: {},
    phases: { alpha: { title: 'Alpha' } },
    items: Object.fromEntries(
      playbook.items.map(({ id }) => [
        id,
        { title: `Title of ${id}`, ...(id === 's01.task' ? { body: 'Ask @octocat & friends.', done: ['First box', 'Second box'] } : {}) },
      ]),
    ),
    itemKinds: titles(['block', 'task', 'risk', 'control', 'deliverable', 'checkpoint', 'compliance', 'pilot']),
    facts: { probability: 'Probability', impact: 'Impact', mitigation: 'Mitigation', users: 'Users' },
    parameters: {},
    profiles: { standard: { title: 'Standard' }, critical: { title: 'Critical' } },
    notes: {},
    contradictions: {},
    elements: {},
  });
}

/** A policy over a playbook of two blocks and three sprints, small enough to see through. */
export function samplePolicy(change: Partial<Policy> = {}): Policy {
  const locale = change.locale ?? 'en';
  return {
    digest: 'd',
    playbook,
    text: sampleText(locale),
    locale,
    unit: '.',
    tier: 2,
    products: ['ml'],
    regulations: [],
    schedule: { start: '2027-01-11', sprintDays: 14, timezone: 'America/Mexico_City', holidays: [], profile: 'standard' },
    components: [{ id: 'api', kind: 'api', paths: ['src/**'], exclude: [], floor: 9000, uploads: [] }],
    authorities: { architects: { teams: ['acme/architects'], count: 1 } },
    branches: ['**'],
    release: { branches: ['main'], heads: [], labels: [], always: [], target: 'release' },
    environments: {},
    enforce: {},
    parameters: { sla: null },
    coverage: { total: { floor: 8500, strict: true, from: 's00' }, smallChange: 20, unreportedLimit: null, deadlineMinutes: 60 },
    evidence: { workflows: [], uploads: 'sprintgate', trusted: null, sourceRoots: [], reports: [] },
    independence: 'authors',
    seed: { owners: [] },
    freeze: [],
    deployments: { onFail: 'wait', rejectAfterMinutes: null },
    origins: {},
    ...change,
  };
}
