import { describe, expect, it } from 'vitest';
import { evaluateQuality } from '../../../../src/core/gates/quality/evaluate-quality.ts';
import { playbookOf, world } from '../../rules/rule-world.ts';

const holds = { files: { paths: ['docs/**'] } };
const lacks = { files: { paths: ['missing/**'] } };
const base = { category: 'quality', block: 's0', target: 'release', gate: 'quality' };

function verdictOf(...criteria: object[]) {
  const playbook = playbookOf({ criteria: criteria.map((criterion, index) => ({ id: `c${index}`, ...base, ...criterion })) });
  const { policy, snapshot, pull } = world({ playbook });
  return evaluateQuality({ policy, snapshot, pull, gate: 'quality' });
}

describe('the quality gate', () => {
  it.each([
    ['passes when all that binds holds', [{ rule: holds }, { rule: lacks, block: 's2' }], 'pass quality.pass'],
    ['fails when one that binds does not hold', [{ rule: holds }, { rule: lacks }], 'fail quality.fail'],
    ['cannot be evaluated while evidence is missing', [{ rule: holds }, { rule: { tests: { type: 'unit' } } }], 'cannot-evaluate quality.cannot-evaluate'],
    ['does not apply before its first block', [{ rule: lacks, block: 's2' }], 'not-applicable quality.not-yet'],
    ['does not apply where nothing is asked of the repository', [{ rule: lacks, tiers: [1] }], 'not-applicable quality.out-of-scope'],
    ['cannot be evaluated without any criterion', [{ rule: lacks, gate: 'other' }], 'cannot-evaluate quality.no-criteria'],
  ])('%s', (_name, criteria, expected) => {
    const { verdict, code } = verdictOf(...criteria);
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('is judged on pull requests that are no release, too', () => {
    const playbook = playbookOf({ criteria: [{ id: 'c', ...base, rule: lacks }] });
    const { policy, snapshot, pull } = world({ playbook, pull: { head: { sha: 'c', ref: 'topic', repositoryId: 7 } } });
    expect(evaluateQuality({ policy, snapshot, pull, gate: 'quality' }).verdict).toBe('fail');
  });
});
