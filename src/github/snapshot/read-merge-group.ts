import type { GitHub, RepositoryName } from '../client.ts';

/** What a merge group's commit holds, and how long its evidence may take. */
export interface MergeGroup {
  readonly pulls: readonly number[];
  /** ISO time by which a verdict has to stand: four fifths of what the queue grants. */
  readonly evidenceBy: string;
}

interface Entry {
  readonly position: number;
  readonly headCommit: { readonly oid: string; readonly committedDate: string } | null;
  readonly pullRequest: { readonly number: number } | null;
}

interface Queue {
  readonly repository: {
    readonly mergeQueue: {
      readonly configuration: { readonly checkResponseTimeout: number | null } | null;
      readonly entries: { readonly nodes: readonly (Entry | null)[] | null } | null;
    } | null;
  } | null;
}

const entriesQuery = `query ($owner: String!, $repo: String!, $branch: String!) {
  repository(owner: $owner, name: $repo) {
    mergeQueue(branch: $branch) {
      configuration { checkResponseTimeout }
      entries(first: 100) { nodes { position headCommit { oid committedDate } pullRequest { number } } }
    }
  }
}`;

const queuePrefix = 'refs/heads/gh-readonly-queue/';
// What GitHub's settings page proposes.
const usualTimeout = 60;

/**
 * The pull requests that a merge group's commit holds: the entry it was made for and those before it in the queue. Null
 * when the group is gone; throws while its branch is there and its entry is not. The event names none, so they come from the
 * queue itself.
 */
export async function readMergeGroup(github: GitHub, repository: RepositoryName, sha: string): Promise<MergeGroup | null> {
  const { data: refs } = await github.rest.git.listMatchingRefs({ ...repository, ref: 'heads/gh-readonly-queue/' });
  const ref = refs.find(({ object }) => object.sha === sha)?.ref;
  if (!ref?.startsWith(queuePrefix)) return null;
  // refs/heads/gh-readonly-queue/<base>/<something of GitHub's>; the base may hold slashes.
  const branch = ref.slice(queuePrefix.length, ref.lastIndexOf('/'));
  const { owner, repo } = repository;
  const { repository: answered } = await github.graphql<Queue>(entriesQuery, { owner, repo, branch });
  const entries = (answered?.mergeQueue?.entries?.nodes ?? []).flatMap((entry) => entry ?? []);
  const own = entries.find(({ headCommit }) => headCommit?.oid === sha);
  // Either the entry is yet to get its commit, or the group ended and its branch is about to go: the next attempt will tell.
  if (!own?.headCommit) throw new Error(`the merge queue of ${branch} has a branch but no entry for ${sha}; looking again`);
  const minutes = answered?.mergeQueue?.configuration?.checkResponseTimeout ?? usualTimeout;
  return {
    pulls: entries.filter(({ position }) => position <= own.position).flatMap(({ pullRequest }) => pullRequest?.number ?? []),
    evidenceBy: new Date(Date.parse(own.headCommit.committedDate) + minutes * 48_000).toISOString(),
  };
}
