import type { ReconcileContext } from './reconcile-context.ts';

/** The installations of the app, without those that are suspended. */
export async function readInstallations(context: Pick<ReconcileContext, 'app'>): Promise<number[]> {
  const github = await context.app();
  const installations = await github.paginate(github.rest.apps.listInstallations, { per_page: 100 });
  return installations.filter(({ suspended_at }) => !suspended_at).map(({ id }) => id);
}
