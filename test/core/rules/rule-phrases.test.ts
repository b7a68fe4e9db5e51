import { describe, expect, it } from 'vitest';
import type { EvidenceState } from '../../../src/core/evidence/bundle/bundle.ts';
import { blockName } from '../../../src/core/rules/block-name.ts';
import { evaluateCriteria } from '../../../src/core/rules/evaluate-criteria.ts';
import { readWindow } from '../../../src/core/rules/read-window.ts';
import { sayWindow } from '../../../src/core/rules/say-window.ts';
import { bundle, playbookOf, tests, world } from './rule-world.ts';
import { tell, toldOf, type Told } from './told.ts';

describe('a block', () => {
  const blocks = [
    { id: 's0', sprints: [0], checkpoint: 'plan-review' },
    { id: 's1', sprints: [9, 10, 11], checkpoint: 'make-review' },
    { id: 's9', sprints: [12], checkpoint: 'ship-review' },
  ];
  const checkpoints = blocks.map(({ id, checkpoint }) => ({ id: checkpoint, block: id, authority: 'architects', kind: 'review' }));
  const { policy } = world({ playbook: playbookOf({ blocks, checkpoints }) });
  it.each([
    ['s0', 'Sprint 0 (Plan)'],
    ['s1', 'Sprint 9-11 (Make)'],
    ['s9', 'Sprint 12'],
    ['nowhere', 'nowhere'],
  ])('%s is told as “%s”', (id, name) => expect(blockName(policy, id)).toBe(name));
});

describe('a span of time', () => {
  it.each([
    ['1_hour', 'en', '1 hour'],
    ['90m', 'es', '90 minutos'],
    ['12 days', 'en', '12 days'],
    ['1w', 'es', '1 semana'],
    ['5000d', 'en', '5000 days'],
    ['weekly', 'en', 'weekly'],
    ['about 1h', 'en', 'about 1h'],
    ['3 years', 'en', '3 years'],
  ] as const)('%s is told in %s as “%s”', (text, locale, words) => expect(sayWindow(text, locale)).toBe(words));

  it.each([
    ['1minute', 60_000],
    ['2hour', 7_200_000],
    ['1week', 604_800_000],
    ['10000m', null],
    ['', null],
  ])('%s is %s milliseconds', (text, length) => expect(readWindow(text)).toBe(length));
});

describe('evidence that may not be all', () => {
  const refused = { uploadName: 'sprintgate-b', runId: 5, reason: 'kept as it was told' };
  const overdue = { runningWorkflows: [{ path: '.github/workflows/e2e.yml', startedAt: '2027-01-28T16:00:00Z' }] };
  const good = bundle([tests('unit', { tests: 3, passed: 3 })]);
  const judged = (state: Partial<EvidenceState>): Told =>
    tell({ tests: { type: 'unit' } }, { snapshot: { evidence: { bundles: [good], refused: [], runningWorkflows: [], ...state } } });
  const why = (cause: string) => `unit tests: the upload \`sprintgate-b\` was refused, and may hold what changes this: ${cause}`;

  it('names the upload that was refused', () => {
    const told = judged({ refused: [refused] });
    expect(told.is).toBe('cannot-evaluate evidence.refused');
    expect(told.why).toBe(why('kept as it was told'));
    expect(told.next).toMatch(/^Mend the step that uploads `sprintgate-b` and run its workflow again\. If it is no evidence, give it a name/);
  });

  it('names the permission that is missing', () => {
    const told = judged({ refused: [{ ...refused, cause: { code: 'forbidden', values: [] } }] });
    expect(told.next).toBe('Give Sprintgate the permission `actions: read`, then ask for `/sprintgate recheck`.');
  });

  it.each([
    ['a later run brought', 'sprintgate-b', 6, 'pass tests.pass'],
    ['the same run brought', 'sprintgate-b', 5, 'cannot-evaluate evidence.refused'],
    ['another upload replaced', 'sprintgate-c', 6, 'cannot-evaluate evidence.refused'],
  ])('looks whether %s it anew', (_name, uploadName, runId, is) => {
    const later = bundle([tests('unit', { tests: 3, passed: 3 })], { uploadName, runId });
    expect(judged({ refused: [refused], bundles: [good, later] }).is).toBe(is);
  });

  it('names the workflow that is overdue, unless it brings no evidence', () => {
    expect(judged(overdue).is).toBe('cannot-evaluate evidence.overdue');
    expect(judged(overdue).why).toBe(
      'unit tests: `.github/workflows/e2e.yml` has not ended by 2027-01-28T17:00:00.000Z, and may still bring more or replace what is here',
    );
    const policy = { evidence: { ...world({}).policy.evidence, workflows: ['.github/workflows/ci.yml'] } };
    const evidence = { bundles: [good], refused: [], ...overdue };
    expect(tell({ tests: { type: 'unit' } }, { policy, snapshot: { evidence } }).is).toBe('pass tests.pass');
  });
});

describe('a criterion before it binds', () => {
  const base = { category: 'quality', target: 'release' };
  const playbook = playbookOf({
    criteria: [
      { id: 'early', ...base, gate: 'quality', block: 's2', rule: { files: { paths: ['docs/**'] } } },
      { id: 'lacking', ...base, gate: 'quality', block: 's2', rule: { files: { paths: ['no/**'] } } },
      { id: 'kindless', ...base, gate: 'quality', block: 's2', rule: { tests: { type: 'unit', kind: 'model' } } },
      { id: 'later', ...base, gate: 'quality', block: 's0', target: 'beta', rule: { files: { paths: ['no/**'] } } },
      { id: 'tier', ...base, gate: 'quality', block: 's0', tiers: [1], rule: { files: { paths: ['no/**'] } } },
      { id: 'kind', ...base, gate: 'quality', block: 's0', rule: { tests: { type: 'unit', kind: 'model' } } },
      { id: 'elsewhere', ...base, block: 's0', rule: { files: { paths: ['docs/**'] } } },
    ],
  });
  const told = (gate?: string) =>
    evaluateCriteria(world({ playbook }).context, gate === undefined ? {} : { gate }).map(
      ({ binding, verdict }) => `${binding} ${verdict.id}: ${toldOf(verdict).why}`,
    );

  it('tells on its own gate how it stands', () => {
    expect(told('quality')).toEqual([
      'not-yet early: Not yet: it binds from Sprint 2 (Ship) on. It already holds',
      'not-yet lacking: Not yet: it binds from Sprint 2 (Ship) on. As of now it would not hold: No file found: `no/**`',
      'not-yet kindless: Not yet: it binds from Sprint 2 (Ship) on',
      'later-target later: Belongs to a later target: the beta',
      'not-applicable tier: Not asked of this tier',
      'not-applicable kind: The configuration has no component of the kind Model',
    ]);
  });

  it('tells elsewhere only when it will bind', () => {
    expect(told().slice(0, 2)).toEqual([
      'not-yet early: Not yet: it binds from Sprint 2 (Ship) on',
      'not-yet lacking: Not yet: it binds from Sprint 2 (Ship) on',
    ]);
    expect(told().at(-1)).toBe('binds elsewhere: Found `docs/runbook.md`');
  });
});
