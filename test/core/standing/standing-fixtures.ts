import type { Standing } from '../../../src/core/standing/standing.ts';

/** A standing of 2027-03-01, noon in Mexico City, half of whose two criteria hold; `more` says what is different. */
export function aStanding(more: Partial<Standing> = {}): Standing {
  const criterion = { category: 'quality', binding: 'binds', reason: 'Because', next: null, actor: null, waived: null } as const;
  return {
    version: 1,
    at: '2027-03-01T18:00:00.000Z',
    headSha: 'a'.repeat(40),
    policy: 'd'.repeat(64),
    playbook: 'construir@1',
    locale: 'es',
    timezone: 'America/Mexico_City',
    tier: 2,
    products: ['ml'],
    regulations: ['LFPDPPP'],
    target: 'release',
    block: 's03',
    sprint: 3,
    outcome: 'fail',
    percent: 50,
    held: 1,
    waived: 0,
    binding: 2,
    criteria: [
      { ...criterion, id: 'tests.api.unit', title: 'Pruebas unitarias', outcome: 'pass' },
      { ...criterion, id: 'tests.api.load', title: 'Pruebas de carga', outcome: 'fail', next: 'Suba un reporte', actor: 'team' },
    ],
    coverage: [{ component: 'api', covered: 2, total: 3, floor: 9000, outcome: 'fail', carriedFrom: null }],
    metrics: [{ id: 'model.accuracy', value: 0.9, unit: null, at: null }],
    sprints: [],
    checkpoints: [
      { id: 'architecture-review', block: 's00', due: '2027-01-24', state: 'signed', signed: [{ login: 'ana', at: '2027-01-20T12:00:00Z' }], issue: 7 },
      { id: 'model-performance', block: 's01', due: '2027-02-21', state: 'open', signed: [], issue: 8 },
    ],
    promises: [],
    risks: [],
    phases: [],
    items: [{ id: 's00.task', issue: 9, sprint: 0, closedAt: '2027-01-20T12:00:00Z' }],
    ...more,
  };
}
