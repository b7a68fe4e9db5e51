import { describe, expect, test } from 'vitest';
import type { HeldName } from '../../../src/core/people/authority-proof.ts';
import { overrideAuthorities } from '../../../src/core/people/command-authorities.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { buildRuleContext } from '../../../src/core/rules/build-rule-context.ts';
import { evaluateCriterion } from '../../../src/core/rules/evaluate-criterion.ts';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { pullOf, snapshotOf } from '../gates/checkpoint/checkpoint-world.ts';
import { decision, inForce, team, user } from '../people/people-fixtures.ts';

const loaded = await loadPlaybook('construir@1');
const people = `authorities:
  ciso: { all: [ { users: [ciso] }, { any: [ { teams: [acme/risk], count: 2 }, { roles: [admin] } ] } ] }
  security-team: { teams: [acme/security], count: 2 }
  security-checklist: { roles: [maintain] }
  self-assessment: { users: [dev] }
  security-review: { users: [reviewer] }
`;

function policyOf(tier: number): Policy {
  const text = `playbook: construir@1\nlocale: en\ntier: ${tier}\nproduct: ml\nschedule: { start: 2027-01-11 }\n${people}`;
  const { policy, problems } = resolvePolicy({ loaded, organisation: null, repository: { file: 'sprintgate.yml', text } });
  if (!policy) throw new Error(problems.map(({ message }) => message).join('\n'));
  return policy;
}

/** Who attests, under which authority, holding which of its names. */
type Signature = readonly [login: string, as: string, ...via: HeldName[]];

function judge(tier: number, criterion: string, signatures: readonly Signature[], tree: readonly string[] = []): string | undefined {
  const policy = policyOf(tier);
  const decisions = signatures.map(([login, as, ...via]) =>
    decision('attest', criterion, { login, as, via, link: 'https://example.com/review', until: '2027-12-31T00:00:00Z' }),
  );
  const snapshot = { ...snapshotOf({ decisions, tree }), policy: inForce(policy) };
  const context = buildRuleContext({ policy, snapshot, pull: pullOf(), gate: 'readiness' });
  const found = policy.playbook.criteria.find(({ id }) => id === criterion);
  return found && evaluateCriterion(found, context, evaluateRule).verdict;
}

const admin: HeldName = { kind: 'role', name: 'admin' };
const maintain: HeldName = { kind: 'role', name: 'maintain' };
const checklist = ['docs/security/security-checklist.md'];
const assessment = ['docs/self-assessment.md'];

describe('the controls of a tier', () => {
  test.each<[string, number, readonly Signature[], readonly string[], string]>([
    [
      'of Tier 1 are validated by the CISO, with an administrator',
      1,
      [
        ['ciso', 'ciso', user('ciso')],
        ['ana', 'ciso', admin],
      ],
      [],
      'pass',
    ],
    [
      'of Tier 1 are validated by the CISO, with two people of the risk team',
      1,
      [
        ['ciso', 'ciso', user('ciso')],
        ['bea', 'ciso', team('risk')],
        ['eli', 'ciso', team('risk')],
      ],
      [],
      'pass',
    ],
    ['of Tier 1 are not validated by the CISO alone, where the configuration asks for more', 1, [['ciso', 'ciso', user('ciso')]], [], 'fail'],
    [
      'of Tier 1 are not validated by everybody else without the CISO',
      1,
      [
        ['ana', 'ciso', admin],
        ['bea', 'ciso', team('risk')],
      ],
      [],
      'fail',
    ],
    [
      'of Tier 1 are not validated by the security team',
      1,
      [
        ['bea', 'security-team', team('security')],
        ['eli', 'security-team', team('security')],
      ],
      [],
      'fail',
    ],
    ['of Tier 1 are not validated by a checklist', 1, [], [...checklist, ...assessment], 'fail'],
    [
      'of Tier 2 are validated by the security team',
      2,
      [
        ['bea', 'security-team', team('security')],
        ['eli', 'security-team', team('security')],
      ],
      [],
      'pass',
    ],
    ['of Tier 2 are not validated by one of the security team where two must', 2, [['bea', 'security-team', team('security')]], [], 'fail'],
    ['of Tier 2 are not validated by a self-assessment', 2, [['dev', 'self-assessment', user('dev')]], assessment, 'fail'],
    ['of Tier 3 are validated by the checklist in the repository', 3, [], checklist, 'pass'],
    ['of Tier 3 are validated by who vouches for the checklist', 3, [['ana', 'security-checklist', maintain]], [], 'pass'],
    ['of Tier 3 are not validated by a self-assessment', 3, [['dev', 'self-assessment', user('dev')]], assessment, 'fail'],
    ['of Tier 4 are validated by the self-assessment in the repository', 4, [], assessment, 'pass'],
    ['of Tier 4 are validated by a self-assessment', 4, [['dev', 'self-assessment', user('dev')]], [], 'pass'],
    ['of Tier 4 are not validated by nobody', 4, [], [], 'fail'],
  ])('%s', (_name, ...[tier, signatures, tree, verdict]) => {
    expect(judge(tier, `validation.tier-${tier}`, signatures, tree)).toBe(verdict);
  });

  test.each([1, 2, 3, 4])('of Tier %i are validated in no other way of the method', (tier) => {
    const others = [1, 2, 3, 4].filter((other) => other !== tier);
    expect(others.map((other) => judge(tier, `validation.tier-${other}`, []))).toEqual(others.map(() => 'not-applicable'));
  });

  test.each([
    [1, 'ciso'],
    [2, 'security-team'],
    [3, 'security-checklist'],
    [4, 'self-assessment'],
  ])('of Tier %i bring their own authority to overrides, weaker configurations and baselines', (tier, authority) => {
    expect(overrideAuthorities(policyOf(tier))).toEqual([authority, 'escalation']);
  });
});
