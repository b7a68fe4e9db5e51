import type { RegisterFacts } from '../../../src/core/register/register-facts.ts';
import { authorities, issue, policyOf, repository } from '../people/people-fixtures.ts';

/** A register on 2027-03-01 at noon in Mexico City, in a repository of tier 2 whose checkpoints are seeded. */
export function registerFacts(more: Partial<RegisterFacts> = {}, locale = 'en'): RegisterFacts {
  return {
    now: '2027-03-01T18:00:00Z',
    policy: policyOf(authorities, locale),
    repository,
    decisions: [],
    seeded: [issue(7, 's00.checkpoint'), issue(17, 's11.checkpoint')],
    openPulls: [12],
    ...more,
  };
}
