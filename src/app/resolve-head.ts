import { savePull } from '../store/known/save-pull.ts';
import type { ReconcileContext } from './reconcile-context.ts';

/**
 * Asks GitHub for the open pull requests with a head commit that our index does not know. GitHub answers none for commits
 * of forks: those are in the index by their own webhook, or else found by the sweep.
 */
export async function resolveHead(context: ReconcileContext, id: number, sha: string): Promise<number[]> {
  const access = await context.access(id);
  if (!access) return [];
  const { github, repository } = access;
  const associated = await github
    .paginate(github.rest.repos.listPullRequestsAssociatedWithCommit, { owner: repository.owner, repo: repository.name, commit_sha: sha, per_page: 100 })
    .catch(noneWhenUnknown);
  const pulls = associated.filter((pull) => pull.state === 'open' && pull.head.sha === sha && pull.base.repo.id === id);
  for (const pull of pulls) {
    await savePull(context.store.db, { repository: id, number: pull.number, headSha: sha, baseRef: pull.base.ref, open: true, updatedAt: pull.updated_at });
  }
  return pulls.map((pull) => pull.number);
}

/** A commit that GitHub does not know (any more), e.g. after a forced push, has no pull requests. */
function noneWhenUnknown(error: unknown): never[] {
  if (error instanceof Error && 'status' in error && (error.status === 404 || error.status === 422)) return [];
  throw error;
}
