import { readPolicyState } from '../../github/snapshot/read-policy-state.ts';
import { lookAround } from './look-around.ts';
import { configMemory, type RepositoryScope } from './repository-scope.ts';

/** A repository's scope with all that one look tells of the repository and, where one is named, of a pull request; null when the repository is gone. */
export async function seenScope(scope: RepositoryScope, pulls: readonly number[]): Promise<RepositoryScope | null> {
  if (scope.settings.looks === 'rest') return scope;
  const around = await lookAround(scope, { pulls, headSha: null });
  if (!around) return null;
  const { repository, world } = around;
  const sources = { github: scope.github, loadPlaybook: scope.settings.loadPlaybook, memory: configMemory(scope.context.store.db), world };
  return { ...scope, repository, world, name: { owner: repository.owner, repo: repository.name }, readPolicy: () => readPolicyState(sources, repository) };
}
