import { statusOf } from '../../github/client.ts';
import type { KnownRepository } from '../../store/known/remember-repository.ts';
import { readInstallation } from '../read-installation.ts';
import type { ReconcileContext } from '../reconcile-context.ts';

/** The repositories of an installation as GitHub lists them now; null where GitHub says that the app is not installed there, or suspended. Rejects when GitHub says neither. */
export async function installedOn(context: Pick<ReconcileContext, 'app' | 'installation'>, id: number): Promise<KnownRepository[] | null> {
  try {
    return await readInstallation(await context.installation(id), id);
  } catch (error) {
    // No token, or one that is void: why, GitHub only tells the app itself.
    if (![401, 403, 404].includes(statusOf(error) ?? 0) || (await isInstalled(context, id))) throw error;
    return null;
  }
}

async function isInstalled({ app }: Pick<ReconcileContext, 'app'>, id: number): Promise<boolean> {
  try {
    const { data } = await (await app()).rest.apps.getInstallation({ installation_id: id });
    return !data.suspended_at;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
