import type { PullFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';

/** A commit of the default branch that no pull request brought, as what is judged in place of one. It has no sprint of its own. */
export function commitAsPull(repository: RepositoryFacts, sha: string): PullFacts {
  return {
    number: 0,
    title: '',
    url: `${repository.htmlUrl}/commit/${sha}`,
    state: 'closed',
    merged: true,
    author: { id: 0, login: 'ghost', type: 'User' },
    head: { sha, ref: repository.defaultBranch, repositoryId: repository.id },
    base: { sha, ref: repository.defaultBranch },
    labels: [],
    milestone: null,
    closes: [],
    files: [],
  };
}
