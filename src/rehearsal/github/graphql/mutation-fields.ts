import { hasPush } from '../auth/authorize.ts';
import { repositoryById } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import { readNodeId } from '../render/node-id.ts';
import type { RepositoryCall } from '../http/call.ts';
import { createComment, editComment } from '../state/comments.ts';
import { createIssue, editIssue, setIssueMilestone, setIssueState } from '../state/issues.ts';
import { addSubIssue, removeSubIssue } from '../state/sub-issues.ts';
import { findNode } from './find-node.ts';
import { issueNode } from './nodes.ts';
import type { CommentNode, IssueNode, LabelNode, MilestoneNode } from './nodes.ts';
import { enter, fields, unresolved } from './resolver.ts';
import type { Args, FieldResolver, GraphqlContext } from './resolver.ts';

function inputOf(args: Args): Args {
  return args['input'] as Args;
}

/** Finds what a mutation changes, and lets the caller in as the REST operation would. */
function target<N extends { readonly repository: Parameters<typeof enter>[1]['repository'] }>(
  context: GraphqlContext,
  id: unknown,
  operationId: string,
): { readonly node: N; readonly call: RepositoryCall } {
  const node = findNode(context, String(id)) as N | null;
  if (node === null || !('repository' in node)) throw unresolved('a node', `the global id of '${String(id)}'`);
  return { node, call: enter(context, { repository: node.repository, operationId, writes: true }) };
}

function answer(args: Args, rest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { clientMutationId: inputOf(args)['clientMutationId'] ?? null, ...rest };
}

function labelNames(context: GraphqlContext, ids: unknown): string[] | undefined {
  if (!Array.isArray(ids)) return undefined;
  return ids.flatMap((id) => (findNode(context, String(id)) as LabelNode | null)?.label.name ?? []);
}

function milestoneNumber(context: GraphqlContext, id: unknown): number | null | undefined {
  if (id === undefined || id === null) return id;
  return (findNode(context, String(id)) as MilestoneNode | null)?.milestone.number;
}

const createIssueField: FieldResolver<unknown> = (_source, args, context) => {
  const input = inputOf(args);
  const repository = repositoryById(context.world, readNodeId(String(input['repositoryId']))?.id ?? 0);
  const call = enter(context, { repository, operationId: 'issues/create', writes: true });
  const labels = labelNames(context, input['labelIds']);
  const milestone = milestoneNumber(context, input['milestoneId']);
  const dress = hasPush(call) ? { ...(labels === undefined ? {} : { labels }), ...(milestone === undefined ? {} : { milestone }) } : {};
  const issue = createIssue(context.world, call.actor, {
    repository,
    fields: { title: String(input['title']), body: (input['body'] as string | undefined) ?? null, ...dress },
  });
  if (typeof input['parentIssueId'] === 'string') {
    const parent = target<IssueNode>(context, input['parentIssueId'], 'issues/add-sub-issue');
    addSubIssue(context.world, call.actor, { repository: parent.node.repository, parent: parent.node.issue, subIssueId: issue.id, replaceParent: false });
  }
  return answer(args, { issue: issueNode(repository, issue) });
};

const updateIssueField: FieldResolver<unknown> = (_source, args, context) => {
  const input = inputOf(args);
  const { node, call } = target<IssueNode>(context, input['id'], 'issues/update');
  const { repository, issue } = node;
  editIssue(context.world, call.actor, {
    repository,
    issue,
    ...(typeof input['title'] === 'string' ? { title: input['title'] } : {}),
    ...(typeof input['body'] === 'string' ? { body: input['body'] } : {}),
  });
  const milestone = milestoneNumber(context, input['milestoneId']);
  if (milestone !== undefined && hasPush(call)) setIssueMilestone(context.world, call.actor, { repository, issue, milestone });
  if (typeof input['state'] === 'string') setIssueState(context.world, call.actor, { repository, issue, state: input['state'] === 'OPEN' ? 'open' : 'closed' });
  return answer(args, { issue: issueNode(repository, issue) });
};

function childOf(context: GraphqlContext, input: Args): Issue {
  return (findNode(context, String(input['subIssueId'])) as IssueNode | null)?.issue ?? missingChild(input);
}

function missingChild(input: Args): never {
  throw unresolved('an Issue', `the global id of '${String(input['subIssueId'])}'`);
}

const linkField =
  (verb: 'add' | 'remove'): FieldResolver<unknown> =>
  (_source, args, context) => {
    const input = inputOf(args);
    const { node, call } = target<IssueNode>(context, input['issueId'], 'issues/add-sub-issue');
    const child = childOf(context, input);
    if (verb === 'add')
      addSubIssue(context.world, call.actor, {
        repository: node.repository,
        parent: node.issue,
        subIssueId: child.id,
        replaceParent: input['replaceParent'] === true,
      });
    else removeSubIssue(context.world, call.actor, { repository: node.repository, parent: node.issue, subIssueId: child.id });
    return answer(args, { issue: node, subIssue: issueNode(node.repository, child) });
  };

const minimizeField =
  (minimize: boolean): FieldResolver<unknown> =>
  (_source, args, context) => {
    const input = inputOf(args);
    const { node } = target<CommentNode>(context, input['subjectId'], 'issues/update-comment');
    node.comment.minimized = minimize ? String(input['classifier']).toLowerCase() : null;
    return answer(args, minimize ? { minimizedComment: node } : { unminimizedComment: node });
  };

export const mutationFields = fields<unknown>({
  createIssue: createIssueField,
  updateIssue: updateIssueField,
  addSubIssue: linkField('add'),
  removeSubIssue: linkField('remove'),
  minimizeComment: minimizeField(true),
  unminimizeComment: minimizeField(false),
  addComment: (_source, args, context) => {
    const input = inputOf(args);
    const { node, call } = target<IssueNode>(context, input['subjectId'], 'issues/create-comment');
    const comment = createComment(context.world, call.actor, { repository: node.repository, issueNumber: node.issue.number, body: String(input['body']) });
    return answer(args, { subject: node, commentEdge: { node: { __typename: 'IssueComment', repository: node.repository, comment } } });
  },
  updateIssueComment: (_source, args, context) => {
    const input = inputOf(args);
    const { node, call } = target<CommentNode>(context, input['id'], 'issues/update-comment');
    editComment(context.world, call.actor, { repository: node.repository, comment: node.comment, body: String(input['body']) });
    return answer(args, { issueComment: node });
  },
});
