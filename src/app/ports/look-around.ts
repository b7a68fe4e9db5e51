import { isDeepStrictEqual } from 'node:util';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { keptOr } from '../../github/look/kept-reads.ts';
import { backlogQuestion } from '../../github/look/looked-backlog.ts';
import { lookWorld } from '../../github/look/look-world.ts';
import type { Look } from '../../github/look/look.ts';
import { readLook } from '../../github/look/read-look.ts';
import { restWorld } from '../../github/look/rest-world.ts';
import type { World } from '../../github/look/world.ts';
import { readKnownRepository } from '../../github/snapshot/read-repository.ts';
import { readTree } from '../../github/snapshot/read-tree.ts';
import { keptReads } from './kept-reads.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** A repository as one look saw it. */
export interface Around {
  readonly repository: RepositoryFacts;
  readonly world: World;
  /** Head of the pull request that was asked about; null where the look does not tell. */
  readonly headNow: string | null;
}

/** What of a repository is looked at beside what every look tells. */
export interface LookedAt {
  /** The pull requests, first the one that is asked about; none where the repository alone is. */
  readonly pulls: readonly number[];
  readonly headSha: string | null;
}

export type LookingScope = Pick<RepositoryScope, 'context' | 'github' | 'repository' | 'name' | 'now'>;

/** Looks at pull requests and all around them with one request, or prepares to ask for each thing by itself; null where the repository is gone. */
export async function lookAround(scope: LookingScope, { pulls, headSha }: LookedAt): Promise<Around | null> {
  const { context, github, name } = scope;
  const [number = null, ...others] = pulls;
  const kept = keptReads(context.store.db, scope.repository.id, scope.now);
  const look = await readLook(github, { name, number, others, headSha, ...(await backlogQuestion(kept)), appId: context.appId });
  // Another repository may have taken the name since: the id decides.
  if (look?.repository.id !== scope.repository.id) {
    const repository = await readKnownRepository(github, scope.repository.id, name);
    return repository && { repository, world: restWorld(github, repository), headNow: null };
  }
  const { repository } = look;
  if (!isDeepStrictEqual(await kept.get('repository', ''), repository)) await kept.put('repository', '', repository);
  await keepTip(scope, look);
  const world = lookWorld({ github, look, kept, rest: restWorld(github, repository), now: scope.now() });
  return { repository, world, headNow: look.pull?.value.facts.head.sha ?? null };
}

/** After a merge, the files of the default branch: pull requests will leave it there, and need not read them then. */
async function keepTip({ context, github, repository, name, now }: LookingScope, { pull, tip }: Look): Promise<void> {
  if (!pull?.value.facts.merged) return;
  const kept = keptReads(context.store.db, repository.id, now);
  await keptOr(kept, { kind: 'tree', key: tip.tree }, () => readTree(github, name, tip.tree));
}
