import type { Criterion } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';

/** The closed list of reasons for which a criterion does not apply to a repository at all. */
export type ScopeExclusion = 'scope.tier' | 'scope.product' | 'scope.regulation' | 'scope.kind';

/** Why a criterion is not meant for this repository; null when it is. */
export function scopeExclusion(criterion: Pick<Criterion, 'tiers' | 'products' | 'regulations' | 'kinds'>, policy: Policy): ScopeExclusion | null {
  if (!meets(criterion.tiers, [policy.tier])) return 'scope.tier';
  if (!meets(criterion.products, policy.products)) return 'scope.product';
  if (!meets(criterion.regulations, policy.regulations)) return 'scope.regulation';
  if (
    !meets(
      criterion.kinds,
      policy.components.map((component) => component.kind),
    )
  )
    return 'scope.kind';
  return null;
}

function meets<T>(wanted: readonly T[] | undefined, present: readonly T[]): boolean {
  return wanted === undefined || wanted.some((value) => present.includes(value));
}
