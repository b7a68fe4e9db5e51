import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** The workflow runs that wait at an environment, for whomever; none where they may not be read. */
export async function readWaitingRuns(github: GitHub, repository: RepositoryName): Promise<number[]> {
  try {
    const runs = await github.paginate(github.rest.actions.listWorkflowRunsForRepo, { ...repository, status: 'waiting', per_page: 100 });
    return runs.map(({ id }) => id);
  } catch (error) {
    refusalOf(error);
    return [];
  }
}
