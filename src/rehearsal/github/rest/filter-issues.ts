import { ApiError } from '../records/api-error.ts';
import { accountByLogin } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import type { RepositoryCall } from '../http/call.ts';

type Test = (issue: Issue) => boolean;

function milestoneTest(call: RepositoryCall, wanted: string): Test {
  if (wanted === '*') return (issue) => issue.milestone !== null;
  if (wanted === 'none') return (issue) => issue.milestone === null;
  if (!/^\d+$/.test(wanted)) throw new ApiError(422, 'Validation Failed', { errors: [{ resource: 'Issue', field: 'milestone', code: 'invalid' }] });
  return (issue) => issue.milestone === Number(wanted);
}

function personTest(call: RepositoryCall, login: string, of: (issue: Issue) => readonly number[]): Test {
  // A name nobody has matches nothing; GitHub answers 422 only for assignees.
  const id = [...call.world.accounts.values()].find((account) => account.login.toLowerCase() === login.toLowerCase())?.id;
  return (issue) => id !== undefined && of(issue).includes(id);
}

function assigneeTest(call: RepositoryCall, wanted: string): Test {
  if (wanted === '*') return (issue) => issue.assigneeIds.length > 0;
  if (wanted === 'none') return (issue) => issue.assigneeIds.length === 0;
  const account = accountByLogin(call.world, wanted);
  return (issue) => issue.assigneeIds.includes(account.id);
}

function tests(call: RepositoryCall): Test[] {
  const { state = 'open', labels, milestone, creator, assignee, since } = call.query;
  const wanted = labels?.split(',').map((label) => label.trim().toLowerCase()) ?? [];
  return [
    (issue) => state === 'all' || issue.state === state,
    ...(wanted.length === 0 ? [] : [(issue: Issue) => wanted.every((label) => issue.labels.some((worn) => worn.toLowerCase() === label))]),
    ...(milestone === undefined ? [] : [milestoneTest(call, milestone)]),
    ...(creator === undefined ? [] : [personTest(call, creator, (issue) => [issue.authorId])]),
    ...(assignee === undefined ? [] : [assigneeTest(call, assignee)]),
    ...(since === undefined ? [] : [(issue: Issue) => Date.parse(issue.updatedAt) >= Date.parse(since)]),
  ];
}

/** Issues and pull requests as the list of a repository gives them: newest first unless asked otherwise. */
export function filterIssues(call: RepositoryCall): Issue[] {
  const checks = tests(call);
  const { sort = 'created', direction = 'desc' } = call.query;
  const key = (issue: Issue): number => {
    if (sort === 'updated') return Date.parse(issue.updatedAt);
    if (sort === 'comments') return [...call.repository.comments.values()].filter((comment) => comment.issueNumber === issue.number).length;
    return issue.number;
  };
  const found = [...call.repository.issues.values()].filter((issue) => checks.every((check) => check(issue)));
  const sorted = found.toSorted((left, right) => key(left) - key(right) || left.number - right.number);
  return direction === 'asc' ? sorted : sorted.toReversed();
}
