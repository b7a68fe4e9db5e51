import type { Policy } from '../policy/policy.ts';

/** For whom an item or a criterion is meant. What is left out is not asked. */
export interface Scope {
  readonly tiers?: readonly number[] | undefined;
  readonly products?: readonly string[] | undefined;
  readonly regulations?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/** Whether something of the playbook is meant for this repository: its tier, products, regulations and components. */
export function applies(scope: Scope, policy: Policy): boolean {
  const kinds = policy.components.map((component) => component.kind);
  return (
    meets(scope.tiers, [policy.tier]) && meets(scope.products, policy.products) && meets(scope.regulations, policy.regulations) && meets(scope.kinds, kinds)
  );
}

function meets<T>(wanted: readonly T[] | undefined, present: readonly T[]): boolean {
  return wanted === undefined || wanted.some((value) => present.includes(value));
}
