import { describe, expect, it } from 'vitest';
import { evaluateReadiness } from '../../../../src/core/gates/readiness/evaluate-readiness.ts';
import { decision, playbookOf, world, type WorldInput } from '../../rules/rule-world.ts';

const holds = { files: { paths: ['docs/**'] } };
const lacks = { files: { paths: ['missing/**'] } };
const base = { category: 'quality', block: 's0', target: 'release' };

function verdictOf(criteria: readonly object[], changes: WorldInput = {}) {
  const playbook = playbookOf({ criteria: criteria.map((criterion, index) => ({ id: `c${index}`, ...base, ...criterion })) });
  const { policy, snapshot, pull } = world({ playbook, ...changes });
  return evaluateReadiness({ policy, snapshot, pull, gate: 'readiness' });
}

const topic = { head: { sha: 'c', ref: 'topic', repositoryId: 7 } };

describe('the readiness gate', () => {
  it.each([
    ['does not apply to a pull request that is no release', [{ rule: lacks }], { pull: topic }, 'not-applicable readiness.not-a-release'],
    ['stays with what was a release before', [{ rule: lacks }], { pull: topic, snapshot: { knownReleases: [12] } }, 'fail readiness.fail'],
    [
      'passes when all that binds holds',
      [{ rule: holds }, { rule: lacks, block: 's2' }, { rule: lacks, target: 'beta' }, { rule: lacks, tiers: [1] }],
      {},
      'pass readiness.pass',
    ],
    [
      'passes when what does not hold is waived',
      [{ rule: lacks }],
      { snapshot: { decisions: [decision('waive', 'c0', { until: '2027-03-01T00:00:00Z' })] } },
      'pass readiness.pass',
    ],
    ['fails when one does not hold', [{ rule: holds }, { rule: lacks }], {}, 'fail readiness.fail'],
    [
      'cannot be evaluated while one cannot',
      [{ rule: holds }, { rule: { parameter: { set: 'sla.latency' } } }],
      {},
      'cannot-evaluate readiness.cannot-evaluate',
    ],
    ['never passes when nothing binds', [{ rule: holds, block: 's2' }], {}, 'cannot-evaluate readiness.nothing-binds'],
    ['never passes without criteria', [], {}, 'cannot-evaluate readiness.nothing-binds'],
  ] as const)('%s', (...row) => {
    const [, criteria, changes, expected] = row;
    const { verdict, code } = verdictOf(criteria, changes as WorldInput);
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('groups what binds by category and keeps what does not in groups of its own', () => {
    const verdict = verdictOf([
      { rule: holds },
      { rule: lacks, category: 'operations' },
      { rule: lacks, block: 's2' },
      { rule: lacks, target: 'beta' },
      { rule: lacks, tiers: [1] },
    ]);
    expect(verdict.children.map(({ id, verdict: outcome, children }) => [id, outcome, children.map((child) => child.id)])).toEqual([
      ['quality', 'pass', ['c0']],
      ['operations', 'fail', ['c1']],
      ['left-out:not-yet', 'not-applicable', ['c2']],
      ['left-out:later-target', 'not-applicable', ['c3']],
      ['left-out:scope', 'not-applicable', ['c4']],
    ]);
    expect(verdict.reason).toBe('Not ready for the release: 1 of 2 binding criteria hold (50 %)');
  });

  it('rounds the percentage down, so that 100 means all', () => {
    const criteria = Array.from({ length: 300 }, (_, index) => ({ rule: index === 0 ? lacks : holds }));
    expect(verdictOf(criteria).reason).toContain('(99 %)');
  });
});
