import { factsForEvent } from '../../github/events/facts-for-event.ts';
import { findRepository } from '../../store/known/find-repository.ts';
import { forgetInstallation } from '../../store/known/forget-installation.ts';
import { type KnownRepository, rememberRepository } from '../../store/known/remember-repository.ts';
import { saveMerge } from '../../store/known/save-merge.ts';
import { savePull } from '../../store/known/save-pull.ts';
import type { ReconcileContext } from '../reconcile-context.ts';
import { installedOn } from './installed-on.ts';

export type NotingContext = Pick<ReconcileContext, 'store' | 'app' | 'installation'>;

/**
 * Notes in the directory what an event tells. GitHub signs a delivery's body alone: an old one may come again under another
 * name and id. So what contradicts the directory, a removal above all, counts only once GitHub says so itself.
 */
export async function noteFacts(context: NotingContext, event: string, payload: unknown): Promise<void> {
  const { repositories, pulls, merges, removed } = factsForEvent(event, payload);
  const { db } = context.store;
  const moved: KnownRepository[] = [];
  for (const repository of repositories) {
    const known = await findRepository(db, repository.id);
    if (!known) await rememberRepository(db, repository);
    else if (differs(known, repository)) moved.push(repository);
  }
  await noteMoved(context, moved);
  for (const pull of pulls) await savePull(db, pull);
  for (const merge of merges) await saveMerge(db, merge);
  if (removed) await noteRemoval(context, removed);
}

function differs(a: KnownRepository, b: KnownRepository): boolean {
  return a.owner !== b.owner || a.name !== b.name || a.installation !== b.installation;
}

/** Renamed, transferred, or installed anew: as GitHub lists them. */
async function noteMoved(context: NotingContext, moved: readonly KnownRepository[]): Promise<void> {
  for (const installation of new Set(moved.flatMap((each) => each.installation ?? []))) {
    const listed = (await installedOn(context, installation)) ?? [];
    for (const repository of listed) if (moved.some(({ id }) => id === repository.id)) await rememberRepository(context.store.db, repository);
  }
}

async function noteRemoval(
  context: NotingContext,
  { installation, repositories }: { readonly installation: number; readonly repositories: readonly number[] | null },
): Promise<void> {
  const { db } = context.store;
  const listed = await installedOn(context, installation);
  if (listed === null) return forgetInstallation(db, installation);
  const gone = repositories?.filter((id) => !listed.some((repository) => repository.id === id)) ?? [];
  if (gone.length > 0) await forgetInstallation(db, installation, gone);
}
