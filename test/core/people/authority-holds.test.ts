import { describe, expect, test } from 'vitest';
import { authorityHolds, missingAuthority, type Signer } from '../../../src/core/people/authority-holds.ts';
import { contractSpanish } from '../../../src/core/people/contract-spanish.ts';
import { describeAuthority } from '../../../src/core/people/describe-authority.ts';
import type { AuthorityRule } from '../../../src/core/policy/policy.ts';
import { team, user } from './people-fixtures.ts';

const architects: AuthorityRule = { teams: ['acme/architects'], count: 1 };
const two: AuthorityRule = { teams: ['acme/sre'], users: ['boss'], count: 2 };
const both: AuthorityRule = {
  all: [
    { teams: ['acme/security'], count: 1 },
    { users: ['ciso'], count: 1 },
  ],
};
const either: AuthorityRule = { any: [architects, both] };

describe('an authority', () => {
  test.each([
    ['holds with one of its team', architects, [{ id: 1, via: [team('architects')] }], true],
    ['does not hold without signers', architects, [], false],
    ['does not hold by another team', architects, [{ id: 1, via: [team('sre')] }], false],
    ['compares names without case and @', { teams: ['@Acme/Architects'], count: 1 }, [{ id: 1, via: [team('architects')] }], true],
    ['does not take a user for a team of that name', { users: ['acme/architects'], count: 1 }, [{ id: 1, via: [team('architects')] }], false],
    ['of two does not hold with one', two, [{ id: 1, via: [team('sre')] }], false],
    [
      'of two does not count one person twice',
      two,
      [
        { id: 1, via: [team('sre')] },
        { id: 1, via: [user('boss')] },
      ],
      false,
    ],
    [
      'of two holds with two',
      two,
      [
        { id: 1, via: [team('sre')] },
        { id: 2, via: [user('boss')] },
      ],
      true,
    ],
    ['of all does not hold with one part', both, [{ id: 1, via: [team('security')] }], false],
    [
      'of all holds with every part',
      both,
      [
        { id: 1, via: [team('security')] },
        { id: 2, via: [user('ciso')] },
      ],
      true,
    ],
    ['of all may be one person who is each', both, [{ id: 1, via: [team('security'), user('ciso')] }], true],
    ['of any holds with one branch', either, [{ id: 1, via: [team('architects')] }], true],
    ['of any does not hold with parts of branches', either, [{ id: 1, via: [team('security')] }], false],
    ['of nobody never holds', { users: [], count: 1 }, [{ id: 1, via: [user('ciso')] }], false],
    ['of an empty all never holds', { all: [] }, [{ id: 1, via: [user('ciso')] }], false],
    ['of an empty any never holds', { any: [] }, [{ id: 1, via: [user('ciso')] }], false],
    ['that asks for zero people asks for one', { users: ['ciso'], count: 0 }, [], false],
  ] as [string, AuthorityRule, Signer[], boolean][])('%s', (_name, ...[rule, signers, holds]) => {
    expect(authorityHolds(rule, signers)).toBe(holds);
  });
});

test('says what is missing, in words', () => {
  expect(describeAuthority(either, 'en')).toBe('team `acme/architects` or (team `acme/security` and `ciso`)');
  expect(describeAuthority(two, 'es')).toBe('2 personas del equipo `acme/sre` o `boss`');
  const missing = missingAuthority(both, [{ id: 1, via: [team('security')] }]);
  expect(missing && describeAuthority(missing, 'en')).toBe('`ciso`');
});

test('Spanish contracts its prepositions', () => {
  expect(contractSpanish('Le toca firmar a el equipo `x`, o a 2 personas de el equipo `y`, con A el rol')).toBe(
    'Le toca firmar al equipo `x`, o a 2 personas del equipo `y`, con Al rol',
  );
});
