import type { GitHub } from '../github/client.ts';
import type { KnownRepository } from '../store/known/remember-repository.ts';

/** The repositories of an installation, as GitHub lists them now. */
export async function readInstallation(github: GitHub, installation: number): Promise<KnownRepository[]> {
  const repositories = await github.paginate(github.rest.apps.listReposAccessibleToInstallation, { per_page: 100 });
  return repositories.map(({ id, name, owner }) => ({ id, name, owner: owner.login, installation }));
}
