import { keptOr } from '../../github/look/kept-reads.ts';
import { readTree } from '../../github/snapshot/read-tree.ts';
import { keptReads } from './kept-reads.ts';
import { type Around, lookAround } from './look-around.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** A repository as one look saw it, at the tip of its default branch. */
export interface TipAround extends Omit<Around, 'headNow'> {
  readonly sha: string;
}

/**
 * Looks at the tip of a default branch. Where it is where it was expected, one request tells all; else a second one tells of
 * the new tip, whose files are read once. Null where the repository is gone.
 */
export async function tipAround(scope: RepositoryScope, expected: string | null): Promise<TipAround | null> {
  const { repository, world } = scope;
  if (scope.settings.looks === 'rest') return { repository, world, sha: await world.tip() };
  const first = await lookAround(scope, { pulls: [], headSha: expected });
  if (!first) return null;
  const sha = await first.world.tip();
  const around = sha === expected ? first : await lookAround(scope, { pulls: [], headSha: sha });
  if (!around) return null;
  await keepFiles(scope, around, sha);
  return { repository: around.repository, world: around.world, sha };
}

/** Pull requests will leave the branch there: whoever looks at one finds the files, too. */
async function keepFiles({ context, github, name, repository, now }: RepositoryScope, { world }: Around, sha: string): Promise<void> {
  const tree = (await world.commit(sha))?.tree;
  if (tree) await keptOr(keptReads(context.store.db, repository.id, now), { kind: 'tree', key: tree }, () => readTree(github, name, tree));
}
