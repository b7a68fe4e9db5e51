import { notFound } from '../records/api-error.ts';
import { issueById } from '../records/find.ts';
import { renderIssue } from '../render/issue.ts';
import { addSubIssue, removeSubIssue, reprioritizeSubIssue } from '../state/sub-issues.ts';
import { created, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { issueOf } from './issues.ts';

function list(call: RepositoryCall): Answer {
  const children = issueOf(call).subIssueIds.flatMap((id) => issueById(call.world, id) ?? []);
  return paginate(call, children, (child) => renderIssue(call.world, child.repository, child.issue));
}

function prioritize(call: RepositoryCall): Answer {
  const parent = issueOf(call);
  const { sub_issue_id: subIssueId, after_id: afterId, before_id: beforeId } = call.body as { sub_issue_id: number; after_id?: number; before_id?: number };
  reprioritizeSubIssue({ parent, subIssueId, ...(afterId === undefined ? {} : { afterId }), ...(beforeId === undefined ? {} : { beforeId }) });
  return ok(renderIssue(call.world, call.repository, parent));
}

export const subIssueHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'issues/list-sub-issues': list,
  'issues/add-sub-issue': (call) => {
    const child = addSubIssue(call.world, call.actor, {
      repository: call.repository,
      parent: issueOf(call),
      subIssueId: Number(call.body['sub_issue_id']),
      replaceParent: call.body['replace_parent'] === true,
    });
    return created(renderIssue(call.world, call.repository, child));
  },
  'issues/remove-sub-issue': (call) => {
    const parent = issueOf(call);
    removeSubIssue(call.world, call.actor, { repository: call.repository, parent, subIssueId: Number(call.body['sub_issue_id']) });
    return ok(renderIssue(call.world, call.repository, parent));
  },
  'issues/reprioritize-sub-issue': prioritize,
  'issues/get-parent': (call) => {
    const issue = issueOf(call);
    const parent = issue.parentId === null ? null : issueById(call.world, issue.parentId);
    if (parent === null) throw notFound();
    return ok(renderIssue(call.world, parent.repository, parent.issue));
  },
};
