import { isPull, issueById } from '../records/find.ts';
import { readNodeId } from '../render/node-id.ts';
import { accountNode, issueNode, repositoryNode } from './nodes.ts';
import type { CommentNode, LabelNode, MilestoneNode } from './nodes.ts';
import { enter } from './resolver.ts';
import type { GraphqlContext, Node } from './resolver.ts';

function findComment(context: GraphqlContext, id: number): CommentNode | null {
  for (const repository of context.world.repositories.values()) {
    const comment = repository.comments.get(id);
    if (comment !== undefined) return { __typename: 'IssueComment', repository, comment };
  }
  return null;
}

function findPull(context: GraphqlContext, id: number): Node | null {
  for (const { repository, issue } of context.world.issuesById.values()) if (isPull(issue) && issue.pull.id === id) return issueNode(repository, issue);
  return null;
}

function findMilestone(context: GraphqlContext, id: number): MilestoneNode | null {
  for (const repository of context.world.repositories.values()) {
    for (const milestone of repository.milestones.values()) if (milestone.id === id) return { __typename: 'Milestone', repository, milestone };
  }
  return null;
}

function findLabel(context: GraphqlContext, id: number): LabelNode | null {
  for (const repository of context.world.repositories.values()) {
    for (const label of repository.labels.values()) if (label.id === id) return { __typename: 'Label', repository, label };
  }
  return null;
}

function lookUp(context: GraphqlContext, type: string, id: number): Node | null {
  const found = type === 'Issue' ? issueById(context.world, id) : null;
  if (found !== null) return issueNode(found.repository, found.issue);
  if (type === 'PullRequest') return findPull(context, id);
  if (type === 'IssueComment') return findComment(context, id);
  if (type === 'Milestone') return findMilestone(context, id);
  if (type === 'Label') return findLabel(context, id);
  const repository = type === 'Repository' ? context.world.repositories.get(id) : undefined;
  if (repository !== undefined) return repositoryNode(repository);
  return ['User', 'Bot', 'Organization'].includes(type) ? accountNode(context.world, id) : null;
}

/** Finds a thing by its node id, if the caller may see it. */
export function findNode(context: GraphqlContext, nodeId: string): Node | null {
  const read = readNodeId(nodeId);
  const node = read === null ? null : lookUp(context, read.type, read.id);
  if (node !== null && 'repository' in node) enter(context, { repository: (node as CommentNode).repository, operationId: 'repos/get', writes: false });
  return node;
}
