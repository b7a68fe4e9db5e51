import type { LoadedPlaybook } from '../../../src/core/playbook/parse-playbook.ts';
import { playbookSchema } from '../../../src/core/playbook/playbook-schema.ts';
import { playbookTextSchema, type Locale } from '../../../src/core/playbook/text-schema.ts';

const structure = {
  id: 'small',
  version: 1,
  stage: { id: 'build', after: null, before: null },
  sprint: { weeks: 2 },
  profiles: [
    { id: 'standard', weeks: [4, 8] },
    { id: 'critical', weeks: [6, 10], tiers: [1] },
  ],
  products: ['ml', 'genai'],
  gates: [
    { id: 'coverage', kind: 'coverage' },
    { id: 'checkpoint', kind: 'checkpoint' },
    { id: 'quality', kind: 'quality' },
    { id: 'readiness', kind: 'readiness' },
  ],
  componentKinds: [
    { id: 'ml-model', floor: 9500, tests: ['unit'] },
    { id: 'api', floor: 9000, tests: ['unit'] },
  ],
  coverage: { total: 8500, strict: true, totalFrom: 's01', smallChange: 20 },
  pyramid: [],
  parameters: [
    { id: 'latency', value: 200, unit: 'ms' },
    { id: 'accuracy', value: 0.9 },
    { id: 'fairness', value: null },
    { id: 'owner', value: 'team' },
  ],
  authorities: [{ id: 'architects' }, { id: 'security' }],
  targets: ['release', 'alpha'],
  blocks: [
    { id: 's00', sprints: [0], checkpoint: 'architecture-review' },
    { id: 's01', sprints: [1, 2], checkpoint: 'security-review' },
  ],
  checkpoints: [
    { id: 'architecture-review', block: 's00', authority: 'architects', kind: 'review' },
    { id: 'security-review', block: 's01', authority: 'security', kind: 'review' },
  ],
  categories: ['quality'],
  criteria: [
    { id: 'fast', category: 'quality', block: 's00', target: 'release', rule: { metric: { name: 'latency', is: '<', than: { parameter: 'latency' } } } },
    { id: 'accurate', category: 'quality', block: 's00', target: 'release', rule: { metric: { name: 'accuracy', is: '>=', than: { parameter: 'accuracy' } } } },
    {
      id: 'attested',
      category: 'quality',
      block: 's00',
      target: 'release',
      gate: 'quality',
      rule: { attestation: { authority: 'security', validDays: 90 } },
      onlyPerson: 'yes',
    },
    { id: 'tier-two', category: 'quality', block: 's00', target: 'release', tiers: [2], rule: { files: { paths: ['docs/**'] } } },
    { id: 'personal-data', category: 'quality', block: 's00', target: 'release', regulations: ['LFPDPPP', 'CNBV'], rule: { files: { paths: ['privacy/**'] } } },
  ],
  checklists: [],
  phases: [
    { id: 'alpha', weeks: 2, target: 'alpha' },
    { id: 'beta', weeks: 4, target: 'alpha' },
  ],
  items: [],
  notes: [],
  contradictions: [],
} as const;

function words(locale: Locale) {
  return playbookTextSchema.parse({
    locale,
    title: 'Small',
    goal: '',
    sprint: 'Sprint',
    blocks: {},
    checkpoints: {},
    authorities: {},
    gates: {},
    componentKinds: {},
    testTypes: {},
    targets: {},
    categories: {},
    criteria: {},
    checklists: {},
    phases: {},
    items: {},
    itemKinds: {},
    facts: {},
    parameters: {},
    profiles: {},
    notes: {},
    contradictions: {},
    elements: {},
  });
}

/** A playbook of two blocks and three sprints, with one of everything that a configuration can name. */
export const smallPlaybook: LoadedPlaybook = { playbook: playbookSchema.parse(structure), texts: { es: words('es'), en: words('en') } };
