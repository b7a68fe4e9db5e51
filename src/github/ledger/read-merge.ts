import type { KnownMerge } from '../../core/ledger/merge-facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';

/** Whether a pull request was merged, when, by whom and with which head, as GitHub tells now. */
export async function readMerge(github: GitHub, name: RepositoryName, pull: number): Promise<KnownMerge> {
  const { data } = await github.rest.pulls.get({ ...name, pull_number: pull });
  if (!data.merged || data.merged_at === null) return { kind: 'not-merged' };
  const by = data.merged_by ? { id: data.merged_by.id, login: data.merged_by.login } : null;
  return { kind: 'merged', at: data.merged_at, by, headSha: data.head.sha, mergeSha: data.merge_commit_sha };
}
