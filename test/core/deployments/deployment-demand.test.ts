import { describe, expect, test } from 'vitest';
import { deploymentDemand } from '../../../src/core/deployments/deployment-demand.ts';
import { frozenOn } from '../../../src/core/freeze/frozen-on.ts';
import { samplePolicy } from '../backlog/sample-policy.ts';

const sample = samplePolicy();
const playbook = { ...sample.playbook, targets: ['release', 'alpha', 'beta-open'], phases: [{ id: 'alpha', weeks: 2, target: 'alpha', facts: {} }] };
const environments = { production: 'readiness', alpha: 'pilot-alpha', beta: 'beta-open', staging: 'coverage', odd: 'nowhere' };

const demands: readonly [string, string, object][] = [
  ['the readiness gate asks for the target of releases', 'production', { kind: 'readiness', target: 'release' }],
  ['a pilot phase asks for its target', 'alpha', { kind: 'readiness', target: 'alpha' }],
  ['a target asks for itself', 'beta', { kind: 'readiness', target: 'beta-open' }],
  ['another gate asks for what it judged', 'staging', { kind: 'gate', gate: 'coverage' }],
  ['GitHub tells environments apart without case', 'Production', { kind: 'readiness' }],
  ['what no file names asks for nothing that could hold', 'elsewhere', { kind: 'none' }],
  ['a name that every object has is none', 'constructor', { kind: 'none' }],
  ['a name that the playbook does not have is none', 'odd', { kind: 'none' }],
];

describe('what an environment waits for', () => {
  test.each(demands)('%s', (_name, environment, expected) => {
    const policy = samplePolicy({ environments, playbook });
    expect(deploymentDemand(policy, environment)).toMatchObject(expected);
  });
});

describe('a freeze', () => {
  const freeze = [
    { from: '2027-01-12', to: '2027-01-13', reason: 'short' },
    { from: '2027-01-12', to: '2027-01-20', reason: 'long' },
  ];
  const days: readonly [string, string, string | null][] = [
    ['does not hold the minute before its first day', '2027-01-12T05:59:00Z', null],
    ['holds from the first minute of its first day, in the zone of the schedule', '2027-01-12T06:00:00Z', 'long'],
    ['of several the one that ends last is told', '2027-01-13T12:00:00Z', 'long'],
    ['holds to the last minute of its last day', '2027-01-21T05:59:00Z', 'long'],
    ['is over the day after', '2027-01-21T06:00:00Z', null],
  ];
  test.each(days)('%s', (_name, now, reason) => {
    const frozen = frozenOn({ freeze, schedule: sample.schedule }, now);
    expect([frozen?.reason ?? null, frozen?.over ?? null]).toEqual([reason, reason === null ? null : '2027-01-21T06:00:00.000Z']);
  });
});
