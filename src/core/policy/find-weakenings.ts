import { authorityWeakenings } from './weaken-authorities.ts';
import { componentWeakenings } from './weaken-components.ts';
import { criterionWeakenings } from './weaken-criteria.ts';
import { evidenceWeakenings } from './weaken-evidence.ts';
import { parameterWeakenings } from './weaken-parameters.ts';
import { planningWeakenings } from './weaken-planning.ts';
import { playbookWeakenings } from './weaken-playbook.ts';
import { scopeWeakenings } from './weaken-scope.ts';
import { voidWeakenings } from './weaken-voids.ts';
import type { Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

/**
 * Every way in which the later policy asks for less than the earlier one. Where that cannot be told from the texts, as
 * with two different patterns, it counts as weaker: a person then looks at it.
 */
export function findWeakenings(before: Policy, after: Policy): Weakening[] {
  if (before.digest === after.digest) return [];
  return [
    ...scopeWeakenings(before, after),
    ...componentWeakenings(before, after),
    ...evidenceWeakenings(before, after),
    ...authorityWeakenings(before, after),
    ...criterionWeakenings(before, after),
    ...parameterWeakenings(before, after),
    ...playbookWeakenings(before, after),
    ...planningWeakenings(before, after),
    ...voidWeakenings(before, after),
  ];
}
