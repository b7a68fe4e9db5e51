import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';

/** GitHub's hint beside a name; not a permission check. */
export function authorAssociation(world: World, repository: Repository, userId: number): string {
  if (repository.ownerId === userId) return 'OWNER';
  if (world.organisations.get(repository.ownerId)?.get(userId)?.state === 'active') return 'MEMBER';
  if (repository.collaborators.has(userId)) return 'COLLABORATOR';
  const merged = [...repository.issues.values()].some((issue) => issue.authorId === userId && issue.pull?.merged === true);
  return merged ? 'CONTRIBUTOR' : 'NONE';
}
