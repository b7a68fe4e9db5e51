import type { GitHub, RepositoryName } from '../client.ts';

/** An app that posted checks of our names. */
export interface CheckApp {
  readonly id: number;
  readonly slug: string;
}

// As many requests: the newest of them carry our checks, if any pull request does.
const heads = 5;

/** The apps that posted one of these checks on the pull requests of late. More than one: somebody else uses our names. */
export async function readCheckApps(github: GitHub, name: RepositoryName, checks: readonly string[]): Promise<CheckApp[]> {
  const { data: pulls } = await github.rest.pulls.list({ ...name, state: 'all', sort: 'updated', direction: 'desc', per_page: heads });
  const found = new Map<number, CheckApp>();
  for (const ref of new Set(pulls.map(({ head }) => head.sha))) {
    const runs = await github.paginate(github.rest.checks.listForRef, { ...name, ref, per_page: 100 });
    for (const { name: check, app } of runs) if (app && checks.includes(check)) found.set(app.id, { id: app.id, slug: app.slug ?? '' });
  }
  return [...found.values()];
}
