import type { CheckRunFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';

/** What is known of our checks on a commit. */
export interface Posted {
  readonly ref: string;
  readonly appId: number | null;
  readonly checkRuns: readonly CheckRunFacts[];
}

/**
 * Whether somebody asked for our checks of a commit again. GitHub then resets the suite to `queued` and leaves its runs as
 * they are; a suite that has runs of ours is `queued` at no other time. Without a check of ours nothing is asked.
 */
export async function readRerequested(github: GitHub, repository: RepositoryName, { ref, appId, checkRuns }: Posted): Promise<boolean> {
  if (appId === null || !checkRuns.some((run) => run.appId === appId)) return false;
  const suites = await github.paginate(github.rest.checks.listSuitesForRef, { ...repository, ref, app_id: appId, per_page: 100 });
  return suites.some((suite) => suite.status === 'queued');
}
