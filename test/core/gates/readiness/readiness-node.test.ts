import { describe, expect, it } from 'vitest';
import { evaluateReadiness } from '../../../../src/core/gates/readiness/evaluate-readiness.ts';
import { heldPercent } from '../../../../src/core/gates/readiness/held-percent.ts';
import { decision, playbookOf, world, type WorldInput } from '../../rules/rule-world.ts';
import { whole } from '../whole-node.ts';

const holds = { files: { paths: ['docs/**'] } };
const lacks = { files: { paths: ['missing/**'] } };
const unset = { parameter: { set: 'sla.latency' } };
const base = { category: 'quality', block: 's0', target: 'release' };
const topic = { head: { sha: 'c', ref: 'topic', repositoryId: 7 } };
const running = { evidence: { bundles: [], refused: [], runningWorkflows: [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }] } };
const awaited = { tests: { type: 'unit' } };

function verdictOf(criteria: readonly object[], changes: WorldInput = {}) {
  const playbook = playbookOf({ criteria: criteria.map((criterion, index) => ({ id: `c${index}`, ...base, ...criterion })) });
  const { policy, snapshot, pull } = world({ playbook, ...changes });
  return evaluateReadiness({ policy, snapshot, pull, gate: 'readiness' });
}

const releaseOf = (change: object): WorldInput => ({
  pull: topic,
  policy: { release: { branches: ['main'], heads: ['release/**'], labels: ['release'], always: [], target: 'release', ...change } },
});
const notRelease = (reason: string) => ({
  verdict: 'not-applicable',
  code: 'readiness.not-a-release',
  reason,
  brief: 'this is not a release',
  next: null,
  children: [],
});

const rows: readonly (readonly [name: string, criteria: readonly object[], changes: WorldInput, said: object])[] = [
  ['what would make it a release', [], { pull: topic }, notRelease('Not a release: it would be from `release/**` or labelled `release`, into `main`')],
  [
    'what would make it a release into any branch',
    [],
    releaseOf({ branches: ['**'], labels: [], heads: ['release/**', 'hotfix/**'] }),
    notRelease('Not a release: it would be from `release/**` or `hotfix/**`'),
  ],
  ['that nothing makes a release here', [], releaseOf({ heads: [], labels: [] }), notRelease('Not a release')],
  [
    'that the one criterion holds',
    [{ rule: holds }],
    {},
    { verdict: 'pass', code: 'readiness.pass', reason: 'Ready for the release: the one binding criterion holds', next: null, children: ['quality pass'] },
  ],
  [
    'that all hold, and how many by waiver',
    [{ rule: lacks }, { rule: holds }],
    { snapshot: { decisions: [decision('waive', 'c0', { until: '2027-03-01T00:00:00Z' })] } },
    {
      verdict: 'pass',
      code: 'readiness.pass',
      reason: 'Ready for the release: all 2 binding criteria hold, 1 of them by waiver',
      next: null,
      children: ['quality pass'],
    },
  ],
  [
    'how many hold, and what to do for the first that does not',
    [{ rule: holds }, { rule: lacks }, { rule: { files: { paths: ['other/**'] } } }],
    {},
    {
      verdict: 'fail',
      code: 'readiness.fail',
      reason: 'Not ready for the release: 1 of 3 binding criteria hold (33 %)',
      brief: '1 of 3 criteria hold for the release',
      next: 'The c1: Add what is missing under `missing/**` in this pull request.',
      children: ['quality fail'],
    },
  ],
  [
    'what cannot be told',
    [{ rule: unset }, { rule: lacks, block: 's2' }],
    {},
    {
      verdict: 'cannot-evaluate',
      code: 'readiness.cannot-evaluate',
      reason: 'Not ready for the release: 0 of 1 binding criterion holds (0 %)',
      brief: '0 of 1 criterion holds for the release',
      next: 'The c0: Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { sla.latency: … }`',
      children: ['quality cannot-evaluate', 'left-out:not-yet not-applicable'],
    },
  ],
  [
    'until when it waits for machines',
    [{ rule: awaited }],
    { snapshot: running },
    {
      verdict: 'pending',
      code: 'readiness.pending',
      reason: 'Not ready for the release: 0 of 1 binding criterion holds (0 %)',
      brief: '0 of 1 criterion holds for the release',
      next: 'The c0: Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.',
      deadline: '2027-01-28T18:50:00.000Z',
      children: ['quality pending'],
    },
  ],
  [
    'that it is never ready by absence',
    [],
    {},
    {
      verdict: 'cannot-evaluate',
      code: 'readiness.nothing-binds',
      reason: 'No criterion binds for the release, so nothing shows that it is ready',
      next: 'Check tier, product and schedule in `.github/sprintgate.yml`: a release is asked of criteria that bind by then.',
      children: [],
    },
  ],
];

describe('the readiness gate says', () => {
  it.each(rows)('%s', (...[, criteria, changes, said]) => {
    expect(whole(verdictOf(criteria, changes))).toEqual({ gate: 'readiness', id: 'readiness', title: 'Readiness', ...said });
  });

  it('all of that in Spanish', () => {
    const { reason, brief, title } = verdictOf([{ rule: holds }, { rule: lacks }], { locale: 'es' });
    expect([title, reason, brief]).toEqual([
      'Preparación',
      'No está listo para la liberación: se cumple 1 de 2 criterios que obligan (50 %)',
      'se cumple 1 de 2 criterios para la liberación',
    ]);
    expect(verdictOf([], { ...releaseOf({}), locale: 'es' }).reason).toBe(
      'No es una liberación: lo sería desde `release/**` o con la etiqueta `release`, hacia `main`',
    );
  });
});

describe('the criteria of a release', () => {
  const verdict = verdictOf(
    [
      { rule: holds },
      { rule: lacks },
      { rule: awaited, category: 'operations' },
      { rule: holds, category: 'unlisted' },
      { rule: lacks, block: 's2' },
      { rule: lacks, target: 'beta' },
      { rule: lacks, target: 'beta' },
      { rule: lacks, tiers: [1] },
    ],
    { snapshot: running, titles: { quality: 'Quality of the code' } },
  );
  it.each([
    [
      'quality',
      {
        title: 'Quality of the code',
        verdict: 'fail',
        code: 'category.fail',
        reason: '1 of 2 hold',
        next: 'Add what is missing under `missing/**` in this pull request.',
        children: ['c0 pass', 'c1 fail'],
      },
    ],
    [
      'operations',
      {
        title: 'The operations',
        verdict: 'pending',
        code: 'category.pending',
        reason: '0 of 1 holds',
        next: 'Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.',
        deadline: '2027-01-28T18:50:00.000Z',
        children: ['c2 pending'],
      },
    ],
    [
      'left-out:not-yet',
      {
        title: 'Not yet',
        verdict: 'not-applicable',
        code: 'criteria.not-yet',
        reason: '1 criterion binds in later blocks',
        next: null,
        children: ['c4 not-applicable'],
      },
    ],
    [
      'left-out:later-target',
      {
        title: 'Later targets',
        verdict: 'not-applicable',
        code: 'criteria.later-target',
        reason: '2 criteria belong to later targets',
        next: null,
        children: ['c5 not-applicable', 'c6 not-applicable'],
      },
    ],
    [
      'left-out:scope',
      {
        title: 'Does not apply here',
        verdict: 'not-applicable',
        code: 'criteria.not-applicable',
        reason: '1 criterion is not asked of this tier, product, regulation or set of components',
        next: null,
        children: ['c7 not-applicable'],
      },
    ],
  ])('stand in the group %s', (id, said) => {
    expect(whole(verdict.children.find((child) => child.id === id))).toEqual({ id, ...said });
  });

  it('of a category that the playbook does not list stand for themselves, between what is listed and what does not bind', () => {
    expect(verdict.children.map(({ id }) => id)).toEqual(['quality', 'operations', 'c3', 'left-out:not-yet', 'left-out:later-target', 'left-out:scope']);
  });
});

it.each([
  [0, 0, 0],
  [0, 3, 0],
  [1, 3, 33],
  [2, 3, 66],
  [199, 200, 99],
  [3, 3, 100],
])('%i of %i are %i percent', (held, of, percent) => {
  expect(heldPercent(held, of)).toBe(percent);
});
