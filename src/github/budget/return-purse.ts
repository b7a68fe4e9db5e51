import type { Resource } from '../../core/budget/budget-limits.ts';
import type { BudgetState } from '../../core/budget/budget-state.ts';
import { returnLease } from '../../core/budget/return-lease.ts';
import { type Account, emptyPurse, type Purse } from './purse.ts';

/** The name under which a purse is kept: one for each resource and class. */
export function purseName(resource: Resource, who: string): string {
  return `${resource}/${who}`;
}

/** The resource of a purse by its name. */
export function resourceOf(name: string): Resource {
  return name.split('/')[0] as Resource;
}

/** Empties a purse, and answers the steps that give its lease back with what GitHub told since; none where there is no lease. */
export function returnPurse(
  account: Account,
  { name, purse, now: asked }: { name: string; purse: Purse; now: number },
): ((state: BudgetState, now: number) => BudgetState)[] {
  const { lease, used, usedPoints } = purse;
  if (lease === null) return [];
  const resource = resourceOf(name);
  const heard = account.told.get(resource);
  const given = { lease, resource, used, points: usedPoints, told: heard ? { ...heard.said, age: asked - heard.at } : null, inFlight: account.inFlight };
  const { refilling: _kept, ...empty } = emptyPurse();
  Object.assign(purse, empty);
  return [(state, now) => returnLease(state, given, now)];
}
