import { describe, expect, it } from 'vitest';
import { evaluateQuality } from '../../../../src/core/gates/quality/evaluate-quality.ts';
import { playbookOf, world, type WorldInput } from '../../rules/rule-world.ts';
import { whole } from '../whole-node.ts';

const holds = { files: { paths: ['docs/**'] } };
const lacks = { files: { paths: ['missing/**'] } };
const base = { category: 'quality', block: 's0', target: 'release', gate: 'quality' };
const running = { evidence: { bundles: [], refused: [], runningWorkflows: [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }] } };

function verdictOf(criteria: readonly object[], changes: WorldInput = {}) {
  const playbook = playbookOf({ criteria: criteria.map((criterion, index) => ({ id: `c${index}`, ...base, ...criterion })) });
  const { policy, snapshot, pull } = world({ playbook, ...changes });
  return evaluateQuality({ policy, snapshot, pull, gate: 'quality' });
}

const rows: readonly (readonly [name: string, criteria: readonly object[], changes: WorldInput, said: object])[] = [
  [
    'that the only one holds',
    [{ rule: holds }],
    {},
    { verdict: 'pass', code: 'quality.pass', reason: 'The only quality criterion that binds now holds', next: null, children: ['c0 pass'] },
  ],
  [
    'that all that bind hold, and what does not bind yet',
    [{ rule: holds }, { rule: holds }, { rule: lacks, block: 's2' }],
    {},
    {
      verdict: 'pass',
      code: 'quality.pass',
      reason: 'All 2 quality criteria that bind now hold',
      next: null,
      children: ['c0 pass', 'c1 pass', 'left-out:not-yet not-applicable'],
    },
  ],
  [
    'which is the first that fails, and what to do',
    [{ rule: { tests: { type: 'unit' } } }, { rule: lacks }, { rule: { files: { paths: ['other/**'] } } }],
    {},
    {
      verdict: 'fail',
      code: 'quality.fail',
      reason: '0 of 3 quality criteria hold. The c1: No file found: `missing/**`',
      brief: '0 of 3 quality criteria hold',
      next: 'Add what is missing under `missing/**` in this pull request.',
      children: ['c0 cannot-evaluate', 'c1 fail', 'c2 fail'],
    },
  ],
  [
    'that the only one fails',
    [{ rule: lacks }],
    {},
    {
      verdict: 'fail',
      code: 'quality.fail',
      reason: '0 of 1 quality criterion holds. The c0: No file found: `missing/**`',
      brief: '0 of 1 quality criterion holds',
      next: 'Add what is missing under `missing/**` in this pull request.',
      children: ['c0 fail'],
    },
  ],
  [
    'until when it waits for machines',
    [{ rule: holds }, { rule: { tests: { type: 'unit' } } }],
    { snapshot: running },
    {
      verdict: 'pending',
      code: 'quality.pending',
      reason: '1 of 2 quality criteria hold. The c1: unit tests: the workflow that should report it is still running',
      brief: '1 of 2 quality criteria hold',
      next: 'Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.',
      deadline: '2027-01-28T18:50:00.000Z',
      children: ['c0 pass', 'c1 pending'],
    },
  ],
  [
    'from which block the first binds',
    [
      { rule: lacks, block: 's2' },
      { rule: lacks, tiers: [1] },
    ],
    {},
    {
      verdict: 'not-applicable',
      code: 'quality.not-yet',
      reason: 'None of the 2 quality criteria binds yet; the first does from Sprint 2 (Ship) on',
      next: null,
      children: ['left-out:not-yet not-applicable', 'left-out:scope not-applicable'],
    },
  ],
  [
    'that none is asked for here',
    [{ rule: lacks, tiers: [1] }],
    {},
    {
      verdict: 'not-applicable',
      code: 'quality.out-of-scope',
      reason: 'The one quality criterion is not asked of this tier, product and set of components',
      next: null,
      children: ['left-out:scope not-applicable'],
    },
  ],
  [
    'that there is none, which is no pass',
    [{ rule: holds, gate: 'other' }],
    {},
    {
      verdict: 'cannot-evaluate',
      code: 'quality.no-criteria',
      reason: 'The playbook has no criterion for the gate quality',
      next: 'Give the gate criteria in the playbook, or switch it off in `.github/sprintgate.yml`: `enforce: { quality: off }`',
      children: [],
    },
  ],
];

describe('the quality gate says', () => {
  it.each(rows)('%s', (...[, criteria, changes, said]) => {
    expect(whole(verdictOf(criteria, changes))).toEqual({ gate: 'quality', id: 'quality', title: 'Quality', ...said });
  });

  it('all of that in Spanish', () => {
    const { title, reason, brief } = verdictOf([{ rule: holds }, { rule: lacks }], { locale: 'es' });
    expect([title, reason, brief]).toEqual([
      'Calidad',
      'Se cumple 1 de 2 criterios de calidad. The c1: No hay ningún archivo: `missing/**`',
      'se cumple 1 de 2 criterios de calidad',
    ]);
  });
});
