import { issueById } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import { authorAssociation } from '../render/author-association.ts';
import { renderSubIssuesSummary } from '../render/issue.ts';
import { nodeId } from '../render/node-id.ts';
import { repositoryHtmlUrl } from '../render/repository.ts';
import { connect } from './connection.ts';
import { editedFields } from './edit-fields.ts';
import { accountNode, issueNode, milestoneNode, repositoryNode } from './nodes.ts';
import type { CommentNode, IssueNode, LabelNode, PullNode } from './nodes.ts';
import { fields, shortId } from './resolver.ts';
import type { FieldResolver } from './resolver.ts';

type Source = IssueNode | PullNode;

function labelNodes(source: Source): LabelNode[] {
  return source.issue.labels.flatMap((name) => {
    const label = source.repository.labels.get(name.toLowerCase());
    return label === undefined ? [] : [{ __typename: 'Label' as const, repository: source.repository, label }];
  });
}

function commentNodes(source: Source): CommentNode[] {
  return [...source.repository.comments.values()]
    .filter((comment) => comment.issueNumber === source.issue.number)
    .map((comment) => ({ __typename: 'IssueComment', repository: source.repository, comment }));
}

/** What issues and pull requests have in common. */
export const issueLike: Readonly<Record<string, FieldResolver<Source>>> = {
  number: (source) => source.issue.number,
  title: (source) => source.issue.title,
  body: (source) => source.issue.body ?? '',
  bodyText: (source) => source.issue.body ?? '',
  createdAt: (source) => source.issue.createdAt,
  updatedAt: (source) => source.issue.updatedAt,
  closedAt: (source) => source.issue.closedAt,
  closed: (source) => source.issue.state === 'closed',
  locked: (source) => source.issue.locked,
  author: (source, _args, context) => accountNode(context.world, source.issue.authorId),
  authorAssociation: (source, _args, context) => authorAssociation(context.world, source.repository, source.issue.authorId),
  url: (source, _args, context) =>
    `${repositoryHtmlUrl(context.world, source.repository)}/${source.issue.pull === null ? 'issues' : 'pull'}/${source.issue.number}`,
  repository: (source) => repositoryNode(source.repository),
  milestone: (source) => milestoneNode(source.repository, source.issue.milestone),
  labels: (source, args) => connect('labels', args, labelNodes(source)),
  comments: (source, args) => connect('comments', args, commentNodes(source)),
  assignees: (source, args, context) =>
    connect(
      'assignees',
      args,
      source.issue.assigneeIds.map((id) => accountNode(context.world, id)),
    ),
  ...editedFields<Source>((source) => source.issue.edits),
};

function stateReason(issue: Issue): string | null {
  return issue.stateReason?.toUpperCase() ?? null;
}

export const issueFields = fields<IssueNode>({
  ...issueLike,
  id: (source) => nodeId('Issue', source.issue.id),
  databaseId: (source) => shortId(source.issue.id),
  fullDatabaseId: (source) => String(source.issue.id),
  state: (source) => source.issue.state.toUpperCase(),
  stateReason: (source) => stateReason(source.issue),
  parent: (source, _args, context) => {
    const parent = source.issue.parentId === null ? null : issueById(context.world, source.issue.parentId);
    return parent === null ? null : issueNode(parent.repository, parent.issue);
  },
  subIssues: (source, args, context) => {
    const children = source.issue.subIssueIds.flatMap((id) => issueById(context.world, id) ?? []);
    return connect(
      'subIssues',
      args,
      children.map((child) => issueNode(child.repository, child.issue)),
    );
  },
  subIssuesSummary: (source, _args, context) => {
    const { total, completed, percent_completed: percentCompleted } = renderSubIssuesSummary(context.world, source.issue);
    return { total, completed, percentCompleted };
  },
});

export const commentFields = fields<CommentNode>({
  id: (source) => nodeId('IssueComment', source.comment.id),
  databaseId: (source) => shortId(source.comment.id),
  fullDatabaseId: (source) => String(source.comment.id),
  body: (source) => source.comment.body,
  bodyText: (source) => source.comment.body,
  createdAt: (source) => source.comment.createdAt,
  updatedAt: (source) => source.comment.updatedAt,
  author: (source, _args, context) => accountNode(context.world, source.comment.authorId),
  authorAssociation: (source, _args, context) => authorAssociation(context.world, source.repository, source.comment.authorId),
  isMinimized: (source) => source.comment.minimized !== null,
  minimizedReason: (source) => source.comment.minimized,
  url: (source, _args, context) =>
    `${repositoryHtmlUrl(context.world, source.repository)}/issues/${source.comment.issueNumber}#issuecomment-${source.comment.id}`,
  issue: (source) => {
    const issue = source.repository.issues.get(source.comment.issueNumber);
    return issue === undefined ? null : issueNode(source.repository, issue);
  },
  repository: (source) => repositoryNode(source.repository),
  ...editedFields<CommentNode>((source) => source.comment.edits),
});
