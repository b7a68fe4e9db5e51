import type { GitHub, RepositoryName } from '../client.ts';

interface Queue {
  repository: {
    mergeQueue: { entries: { nodes: ({ position: number; headCommit: { oid: string } | null; pullRequest: { number: number } | null } | null)[] | null } | null } | null;
  } | null;
}

const entriesQuery = `query ($owner: String!, $repo: String!, $branch: String!) {
  repository(owner: $owner, name: $repo) {
    mergeQueue(branch: $branch) {
      entries(first: 100) { nodes { position headCommit { oid } pullRequest { number } } }
    }
  }
}`;

const queuePrefix = 'refs/heads/gh-readonly-queue/';

/**
 * The pull requests that a merge group's commit holds: the entry it was made for and those before it in the queue. Empty
 * when the group is gone. The event names none, so they come from the queue itself.
 */
export async function readQueuedPulls(github: GitHub, repository: RepositoryName, sha: string): Promise<number[]> {
  const { data: refs } = await github.rest.git.listMatchingRefs({ ...repository, ref: 'heads/gh-readonly-queue/' });
  const ref = refs.find(({ object }) => object.sha === sha)?.ref;
  if (!ref?.startsWith(queuePrefix)) return [];
  // refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>; the base may hold slashes.
  const branch = ref.slice(queuePrefix.length, ref.lastIndexOf('/'));
  const { owner, repo } = repository;
  const answer = await github.graphql<Queue>(entriesQuery, { owner, repo, branch });
  const entries = (answer.repository?.mergeQueue?.entries?.nodes ?? []).flatMap((entry) => (entry ? [entry] : []));
  const own = entries.find(({ headCommit }) => headCommit?.oid === sha);
  if (!own) return [];
  return entries.filter(({ position }) => position <= own.position).flatMap(({ pullRequest }) => pullRequest?.number ?? []);
}
