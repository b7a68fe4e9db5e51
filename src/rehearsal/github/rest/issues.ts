import { ApiError } from '../records/api-error.ts';
import { accountByLogin, issueByNumber } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import { atLeast, roleOn } from '../records/role.ts';
import { renderUserById } from '../render/account.ts';
import { renderIssue, renderIssueWithCloser } from '../render/issue.ts';
import { createIssue, dressIssue, editIssue, setAssignees, setIssueState } from '../state/issues.ts';
import type { IssueInput } from '../state/issues.ts';
import { hasPush } from '../auth/authorize.ts';
import { created, noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { filterIssues } from './filter-issues.ts';

export function issueOf(call: RepositoryCall): Issue {
  return issueByNumber(call.repository, Number(call.params['issue_number']));
}

function labelNames(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((label: unknown) => (typeof label === 'string' ? label : String((label as { name?: unknown }).name)));
}

interface Wishes {
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly milestone?: number | null;
}

/** What only push-level access may set; from anyone else GitHub drops it and says nothing. */
function wishes(call: RepositoryCall): Wishes {
  if (!hasPush(call)) return {};
  const labels = labelNames(call.body['labels']);
  const assignees = call.body['assignees'] as string[] | undefined;
  const milestone = call.body['milestone'];
  return {
    ...(labels === undefined ? {} : { labels }),
    ...(assignees === undefined ? {} : { assignees }),
    ...(milestone === undefined ? {} : { milestone: milestone === null ? null : Number(milestone) }),
  };
}

function create(call: RepositoryCall): Answer {
  const fields: IssueInput = { title: String(call.body['title'] ?? ''), body: (call.body['body'] as string | null | undefined) ?? null, ...wishes(call) };
  const issue = createIssue(call.world, call.actor, { repository: call.repository, fields });
  return created(renderIssueWithCloser(call.world, call.repository, issue));
}

/** An author may change the words and the state of an own issue; everything else takes triage. */
function requireAuthorOrTriage(call: RepositoryCall, issue: Issue): void {
  if (call.caller.kind !== 'user' || issue.authorId === call.actor.user.id) return;
  if (!atLeast(roleOn(call.world, call.repository, call.actor.user.id), 'triage')) throw new ApiError(403, 'Must have admin rights to Repository.');
}

function update(call: RepositoryCall): Answer {
  const issue = issueOf(call);
  requireAuthorOrTriage(call, issue);
  const { world, actor, repository } = call;
  const body = call.body as { title?: string | number; body?: string | null; state?: 'open' | 'closed'; state_reason?: string | null };
  editIssue(world, actor, {
    repository,
    issue,
    ...(body.title === undefined ? {} : { title: String(body.title) }),
    ...(body.body === undefined ? {} : { body: body.body }),
  });
  dressIssue(world, actor, { repository, issue, fields: wishes(call) });
  if (body.state !== undefined)
    setIssueState(world, actor, { repository, issue, state: body.state, ...(body.state_reason === undefined ? {} : { reason: body.state_reason }) });
  return ok(renderIssueWithCloser(world, repository, issue));
}

function changeAssignees(call: RepositoryCall, change: (current: readonly string[], named: readonly string[]) => string[]): Issue {
  const issue = issueOf(call);
  const named = (call.body['assignees'] as string[] | undefined) ?? [];
  const current = issue.assigneeIds.map((id) => call.world.accounts.get(id)?.login ?? '');
  for (const login of named) accountByLogin(call.world, login);
  if (hasPush(call)) setAssignees(call.world, call.actor, { repository: call.repository, issue, logins: change(current, named) });
  return issue;
}

function lock(call: RepositoryCall): Answer {
  issueOf(call).locked = true;
  return noContent;
}

export const issueHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'issues/list-for-repo': (call) => {
    if (!call.repository.hasIssues && [...call.repository.issues.values()].every((issue) => issue.pull === null))
      throw new ApiError(410, 'Issues are disabled for this repo');
    return paginate(call, filterIssues(call), (issue) => renderIssue(call.world, call.repository, issue));
  },
  'issues/create': create,
  'issues/get': (call) => ok(renderIssueWithCloser(call.world, call.repository, issueOf(call))),
  'issues/update': update,
  'issues/add-assignees': (call) =>
    created(
      renderIssue(
        call.world,
        call.repository,
        changeAssignees(call, (current, named) => [...new Set([...current, ...named])]),
      ),
    ),
  'issues/remove-assignees': (call) =>
    ok(
      renderIssue(
        call.world,
        call.repository,
        changeAssignees(call, (current, named) => current.filter((login) => !named.includes(login))),
      ),
    ),
  'issues/lock': lock,
  'issues/list-events-for-timeline': (call) => paginate(call, issueOf(call).timeline, (event) => renderTimelineEvent(call, event)),
  'issues/list-events': (call) => paginate(call, issueOf(call).timeline, (event) => renderTimelineEvent(call, event)),
};

function renderTimelineEvent(call: RepositoryCall, event: Issue['timeline'][number]): unknown {
  const url = `${call.world.urls.api}/events/${event.id}`;
  return {
    id: event.id,
    node_id: `TE_${event.id}`,
    url,
    actor: renderUserById(call.world, event.actorId),
    event: event.event,
    commit_id: null,
    commit_url: null,
    created_at: event.at,
    performed_via_github_app: null,
    ...event.detail,
  };
}
