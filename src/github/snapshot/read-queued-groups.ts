import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** The commits of the merge groups that a repository's queues hold now; none where there is no queue, or it may not be read. */
export async function readQueuedGroups(github: GitHub, repository: RepositoryName): Promise<string[]> {
  try {
    const { data: refs } = await github.rest.git.listMatchingRefs({ ...repository, ref: 'heads/gh-readonly-queue/' });
    return [...new Set(refs.map(({ object }) => object.sha))];
  } catch (error) {
    refusalOf(error);
    return [];
  }
}
