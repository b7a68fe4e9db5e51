import type { Resource, WorkClass } from '../../core/budget/budget-limits.ts';
import type { BudgetState } from '../../core/budget/budget-state.ts';
import { returnLease } from '../../core/budget/return-lease.ts';
import { type Account, emptyPurse, type Purse } from './purse.ts';

/** The name under which a purse is kept: one for each resource and class. */
export function purseName(resource: Resource, who: WorkClass): string {
  return `${resource}/${who}`;
}

/** The class of a purse by its name. */
export function classOf(name: string): WorkClass {
  return name.split('/')[1] as WorkClass;
}

/** The resource of a purse by its name. */
export function resourceOf(name: string): Resource {
  return name.split('/')[0] as Resource;
}

/** Empties a purse, and answers the steps that give its lease back, and pass on what GitHub told last; none where there is neither. */
export function returnPurse(
  account: Account,
  { name, purse, now: asked }: { name: string; purse: Purse; now: number },
): ((state: BudgetState, now: number) => BudgetState)[] {
  const { lease, used, usedPoints } = purse;
  const resource = resourceOf(name);
  const heard = account.told.get(resource);
  // What GitHub told on a request of another class counts for this one too.
  if (lease === null && !heard) return [];
  const given = { lease, resource, used, points: usedPoints, told: heard ? { ...heard.said, age: asked - heard.at } : null, inFlight: account.inFlight };
  const { refilling: _kept, ...empty } = emptyPurse();
  Object.assign(purse, empty);
  return [(state, now) => returnLease(state, given, now)];
}
