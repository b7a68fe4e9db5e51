import type { PullFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';

/** A pull request that may not be read, as far as a webhook told of it: enough to post a check on its head that says so. */
export function unreadPull(repository: RepositoryFacts, known: { number: number; headSha: string; baseRef: string }): PullFacts {
  return {
    number: known.number,
    title: '',
    url: `${repository.htmlUrl}/pull/${known.number}`,
    state: 'open',
    merged: false,
    author: { id: 0, login: 'ghost', type: 'User' },
    head: { sha: known.headSha, ref: '', repositoryId: null },
    base: { sha: '', ref: known.baseRef },
    labels: [],
    milestone: null,
    closes: [],
    files: [],
  };
}
