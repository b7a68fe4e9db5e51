import type { Issue } from '../records/issue.ts';
import { repositoryByName } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import { renderIssue } from '../render/issue.ts';
import type { Answer, Call, Handler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { ApiError } from '../records/api-error.ts';

function matches(call: Call, issue: Issue, term: string): boolean {
  const [key, value = ''] = term.includes(':') ? [term.slice(0, term.indexOf(':')), term.slice(term.indexOf(':') + 1).replaceAll('"', '')] : [null, term];
  if (key === 'is' || key === 'type' || key === 'state')
    return (
      value === issue.state ||
      (value === 'issue' && issue.pull === null) ||
      (value === 'pr' && issue.pull !== null) ||
      (value === 'merged' && issue.pull?.merged === true)
    );
  if (key === 'label') return issue.labels.some((label) => label.toLowerCase() === value.toLowerCase());
  if (key === 'author') return call.world.accounts.get(issue.authorId)?.login === value;
  if (key === 'repo' || key === 'in') return true;
  if (key !== null) throw new ApiError(422, `The embedded GitHub does not search by "${key}:"`);
  return `${issue.title}\n${issue.body ?? ''}`.toLowerCase().includes(value.replaceAll('"', '').toLowerCase());
}

/** Searches one repository (`repo:` is required) by state, kind, label, author and words. Real search lags and may be incomplete. */
function searchIssues(call: Call): Answer {
  const terms = (call.query['q'] ?? '').match(/(?:[\w-]+:)?(?:"[^"]*"|\S+)/g) ?? [];
  const named =
    terms
      .find((term) => term.startsWith('repo:'))
      ?.slice('repo:'.length)
      .split('/') ?? [];
  const repository: Repository | undefined = repositoryByName(call.world, named[0] ?? '', named[1] ?? '');
  if (repository === undefined)
    throw new ApiError(422, 'Validation Failed', {
      errors: ['The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.'],
    });
  const found = [...repository.issues.values()].filter((issue) => terms.every((term) => matches(call, issue, term))).toReversed();
  const answer = paginate(call, found, (issue) => ({ ...renderIssue(call.world, repository, issue), score: 1 }));
  return { ...answer, body: { total_count: found.length, incomplete_results: false, items: answer.body } };
}

export const searchHandlers: Readonly<Record<string, Handler>> = { 'search/issues-and-pull-requests': searchIssues };
