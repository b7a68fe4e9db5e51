import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { type GitHub, type RepositoryName, statusOf } from '../client.ts';
import { toRepository } from './to-facts.ts';

/** A repository by owner and name, as people write it. A former name is followed to the present one, as GitHub redirects. */
export async function readRepository(github: GitHub, name: RepositoryName): Promise<RepositoryFacts> {
  const { data } = await github.rest.repos.get({ ...name });
  return toRepository(data);
}

/**
 * The repository with this id, which was last seen under `name`. The id decides: another repository may have taken the
 * name since. GitHub documents no look-up by id, so then the installation's repositories are listed. Null when it is not
 * among them.
 */
export async function readKnownRepository(github: GitHub, id: number, name: RepositoryName): Promise<RepositoryFacts | null> {
  const repository = await readRepository(github, name).catch(nullWhenAbsent);
  if (repository?.id === id) return repository;
  const listed = await github.paginate(github.rest.apps.listReposAccessibleToInstallation, { per_page: 100 });
  const found = listed.find((each) => each.id === id);
  return found ? toRepository(found) : null;
}

/** Transferred to where this installation does not reach, or deleted. */
function nullWhenAbsent(error: unknown): null {
  if (statusOf(error) === 404) return null;
  throw error;
}
