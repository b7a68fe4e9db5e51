import type { Probot } from 'probot';
import type { GitHub } from '../github/client.ts';
import { findRepository } from '../store/known/find-repository.ts';
import { rememberRepository } from '../store/known/remember-repository.ts';
import type { Store } from '../store/store.ts';
import { readInstallations } from './read-installations.ts';
import { readInstallation } from './read-installation.ts';
import type { Access, ReconcileContext } from './reconcile-context.ts';

/** GitHub by installation and by repository id, as the app's registration allows it. */
export function githubAccess(probot: Probot, store: Store): Pick<ReconcileContext, 'access' | 'installation' | 'app' | 'appSlug'> {
  const app = async (): Promise<GitHub> => probot.auth();
  const installation = async (id: number): Promise<GitHub> => probot.auth(id);
  let slug: string | null = null;
  return {
    app,
    installation,
    async appSlug() {
      slug ??= (await (await app()).rest.apps.getAuthenticated()).data?.slug ?? null;
      if (slug === null) throw new Error('GitHub does not name the app that this private key belongs to');
      return slug;
    },
    async access(repository) {
      // The directory is filled by webhooks; the one that named this repository may have been lost.
      if (!(await findRepository(store.db, repository))) await readEveryInstallation();
      return accessKnown(repository);
    },
  };

  async function accessKnown(id: number): Promise<Access | null> {
    const repository = await findRepository(store.db, id);
    if (!repository || repository.installation === null) return null;
    return { github: await installation(repository.installation), repository: { ...repository, installation: repository.installation } };
  }

  async function readEveryInstallation(): Promise<void> {
    for (const id of await readInstallations({ app })) {
      for (const repository of await readInstallation(await installation(id), id)) await rememberRepository(store.db, repository);
    }
  }
}
