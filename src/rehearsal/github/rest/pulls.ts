import { commitsBetween } from '../git/history.ts';
import { ApiError, notFound } from '../records/api-error.ts';
import { isPull, ownerOf, pullByNumber, repositoryByName } from '../records/find.ts';
import type { PullIssue } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import { atLeast, roleOn } from '../records/role.ts';
import { renderUserById } from '../render/account.ts';
import { renderCommit, renderFileChange } from '../render/commit.ts';
import { pullChanges, renderPull, renderPullSimple } from '../render/pull.ts';
import { editIssue, setIssueState } from '../state/issues.ts';
import { computeMergeable, editPullBase, mergePull, openPull } from '../state/pulls.ts';
import type { MergeMethod } from '../state/pulls.ts';
import { created, noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';

export function pullOf(call: RepositoryCall): PullIssue {
  return pullByNumber(call.repository, Number(call.params['pull_number']));
}

function list(call: RepositoryCall): Answer {
  const { state = 'open', head, base, sort = 'created', direction = sort === 'created' ? 'desc' : 'asc' } = call.query;
  const found = [...call.repository.issues.values()].filter(isPull).filter((issue) => {
    const headOwner = call.world.repositories.get(issue.pull.headRepositoryId);
    const label = headOwner === undefined ? '' : `${ownerOf(call.world, headOwner).login}:${issue.pull.headRef}`;
    return (
      (state === 'all' || issue.state === state) &&
      (base === undefined || issue.pull.baseRef === base) &&
      (head === undefined || label.toLowerCase() === head.toLowerCase())
    );
  });
  const key = (issue: PullIssue) => (sort === 'updated' ? Date.parse(issue.updatedAt) : issue.number);
  const sorted = found.toSorted((left, right) => key(left) - key(right) || left.number - right.number);
  return paginate(call, direction === 'asc' ? sorted : sorted.toReversed(), (issue) => renderPullSimple(call.world, call.repository, issue));
}

/** The first look finds `mergeable: null` and sets GitHub to work; the next has the answer. */
function get(call: RepositoryCall): Answer {
  const issue = pullOf(call);
  const answer = ok(renderPull(call.world, call.repository, issue));
  computeMergeable(call.world, call.repository, issue);
  return answer;
}

function headOf(call: RepositoryCall, text: string): { repository: Repository; branch: string } {
  const [owner, branch] = text.includes(':') ? text.split(':') : [undefined, text];
  if (owner === undefined || owner === ownerOf(call.world, call.repository).login) return { repository: call.repository, branch: branch ?? '' };
  const fork = repositoryByName(call.world, owner, call.repository.name);
  if (fork === undefined) throw new ApiError(422, 'Validation Failed', { errors: [{ resource: 'PullRequest', field: 'head', code: 'invalid' }] });
  return { repository: fork, branch: branch ?? '' };
}

function create(call: RepositoryCall): Answer {
  const body = call.body as { title?: string; body?: string; head: string; base: string; draft?: boolean };
  const issue = openPull(call.world, call.actor, {
    repository: call.repository,
    fields: { title: body.title ?? '', body: body.body ?? null, base: body.base, head: headOf(call, body.head), draft: body.draft ?? false },
  });
  return created(renderPull(call.world, call.repository, issue));
}

function update(call: RepositoryCall): Answer {
  const issue = pullOf(call);
  const { world, actor, repository } = call;
  if (call.caller.kind === 'user' && issue.authorId !== actor.user.id && !atLeast(roleOn(world, repository, actor.user.id), 'write'))
    throw new ApiError(403, 'Must have admin rights to Repository.');
  const body = call.body as { title?: string; body?: string; state?: 'open' | 'closed'; base?: string };
  editIssue(world, actor, {
    repository,
    issue,
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(body.body === undefined ? {} : { body: body.body }),
  });
  if (body.base !== undefined) editPullBase(world, actor, { repository, issue, base: body.base });
  if (body.state !== undefined) setIssueState(world, actor, { repository, issue, state: body.state });
  return ok(renderPull(world, repository, issue));
}

function merge(call: RepositoryCall): Answer {
  const body = call.body as { merge_method?: MergeMethod; sha?: string; commit_title?: string };
  const commit = mergePull(call.world, call.actor, {
    repository: call.repository,
    issue: pullOf(call),
    method: body.merge_method ?? 'merge',
    ...(body.sha === undefined ? {} : { sha: body.sha }),
    ...(body.commit_title === undefined ? {} : { title: body.commit_title }),
  });
  return ok({ sha: commit.sha, merged: true, message: 'Pull Request successfully merged' });
}

export const pullHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'pulls/list': list,
  'pulls/get': get,
  'pulls/create': create,
  'pulls/update': update,
  'pulls/list-files': (call) => {
    const issue = pullOf(call);
    // GitHub lists 3,000 files and no more.
    return paginate(call, pullChanges(call.world, issue.pull).slice(0, 3000), (change) =>
      renderFileChange(call.world, call.repository, { change, ref: issue.pull.headSha }),
    );
  },
  'pulls/list-commits': (call) => {
    const { pull } = pullOf(call);
    // GitHub lists 250 commits and no more.
    return paginate(call, commitsBetween(call.world.objects, pull.baseSha, pull.headSha).slice(0, 250), (commit) =>
      renderCommit(call.world, call.repository, commit),
    );
  },
  'pulls/check-if-merged': (call) => {
    if (!pullOf(call).pull.merged) throw notFound();
    return noContent;
  },
  'pulls/merge': merge,
  'pulls/list-requested-reviewers': (call) => ok({ users: pullOf(call).pull.reviewerIds.map((id) => renderUserById(call.world, id)), teams: [] }),
  'pulls/list-review-comments': (call) => paginate<never>(call, reviewComments(pullOf(call)), (comment) => comment),
};

/** Line comments are not kept: nothing reads them. The pull request must still exist. */
function reviewComments(_issue: PullIssue): never[] {
  return [];
}
