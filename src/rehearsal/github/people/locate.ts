import type { Actor } from '../records/account.ts';
import { accountByLogin, repositoryByName } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';

/** A repository, or its full name. */
export type RepositoryRef = Repository | string;

/** Finds a repository by its full name; an unknown one is a mistake in the script, not a 404. */
export function locate(world: World, repository: RepositoryRef): Repository {
  if (typeof repository !== 'string') return repository;
  const [owner = '', name = ''] = repository.split('/');
  const found = repositoryByName(world, owner, name);
  if (found === undefined) throw new Error(`no repository ${repository} in the embedded GitHub; create it first`);
  return found;
}

export function person(world: World, login: string): Actor {
  return { user: accountByLogin(world, login), app: null };
}
