import type { Actor } from '../records/account.ts';
import { isPull } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { branchSha } from './commits.ts';
import { editPullBase } from './pulls.ts';
import { push } from './push.ts';
import { setDefaultBranch } from './repositories.ts';

/** Renames a branch as GitHub does: open pull requests into it follow, those from it are closed, and the default branch stays the default. */
export function renameBranch(world: World, actor: Actor, input: { repository: Repository; from: string; to: string }): void {
  const { repository, from, to } = input;
  push(world, actor, { repository, ref: `refs/heads/${to}`, sha: branchSha(repository, from) });
  if (repository.defaultBranch === from) setDefaultBranch(world, actor, { repository, branch: to });
  for (const issue of [...repository.issues.values()].filter(isPull)) {
    if (issue.state === 'open' && issue.pull.baseRef === from) editPullBase(world, actor, { repository, issue, base: to });
  }
  push(world, actor, { repository, ref: `refs/heads/${from}`, sha: null });
}
