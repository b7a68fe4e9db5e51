import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { toRepository } from './to-facts.ts';

/** A repository by its numeric id: the one name that a rename or a transfer does not change. */
export async function readRepositoryById(github: GitHub, id: number): Promise<RepositoryFacts> {
  const { data } = await github.request('GET /repositories/{repository_id}', { repository_id: id });
  return toRepository(data);
}

/** A repository by owner and name, as people write it. */
export async function readRepository(github: GitHub, name: RepositoryName): Promise<RepositoryFacts> {
  const { data } = await github.rest.repos.get({ ...name });
  return toRepository(data);
}
