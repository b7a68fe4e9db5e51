import type { Account } from '../records/account.ts';
import type { World } from '../records/world.ts';

/** Somebody who may act for an account: itself, or an owner of the organisation. */
export function somebodyOf(world: World, account: Account): Account {
  if (account.type === 'User') return account;
  const owner = [...(world.organisations.get(account.id) ?? [])].find(([, membership]) => membership.role === 'admin');
  return owner === undefined ? account : (world.accounts.get(owner[0]) ?? account);
}
