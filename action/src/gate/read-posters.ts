import type { GateSources } from './gate-sources.ts';

/** Who has posted gates on a commit. */
export interface Posters {
  /** The app is installed and decides here. */
  readonly app: boolean;
  /** Numeric id of the app in whose name this step writes; null while it has no check run on the commit. */
  readonly own: number | null;
}

/** Looks at the check runs of a commit for gates of the app, and for the id under which our own would be found again. */
export async function readPosters({ github, name, appSlug, self }: GateSources, ref: string): Promise<Posters> {
  const runs = await github.paginate(github.rest.checks.listForRef, { ...name, ref, per_page: 100, filter: 'latest' });
  const own = runs.find(({ app }) => app !== null && `${app.slug}[bot]` === self);
  return { app: `${appSlug}[bot]` !== self && runs.some((run) => run.name.startsWith('sprintgate/') && run.app?.slug === appSlug), own: own?.app?.id ?? null };
}
