import type { Comment, Issue, Label, Milestone, Reaction } from '../records/issue.ts';
import { accountById, issueById } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderAppById, renderUser, renderUserById } from './account.ts';
import { authorAssociation } from './author-association.ts';
import { nodeId } from './node-id.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

export function renderLabel(world: World, repository: Repository, label: Label): Json {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${repositoryApiUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function renderIssueLabels(world: World, repository: Repository, issue: Issue): Json[] {
  return issue.labels.flatMap((name) => {
    const label = repository.labels.get(name.toLowerCase());
    return label === undefined ? [] : [renderLabel(world, repository, label)];
  });
}

export function renderMilestone(world: World, repository: Repository, milestone: Milestone): Json {
  const url = `${repositoryApiUrl(world, repository)}/milestones/${milestone.number}`;
  const inside = [...repository.issues.values()].filter((issue) => issue.milestone === milestone.number);
  return {
    url,
    html_url: `${repositoryHtmlUrl(world, repository)}/milestone/${milestone.number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: nodeId('Milestone', milestone.id),
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: renderUserById(world, milestone.creatorId),
    open_issues: inside.filter((issue) => issue.state === 'open').length,
    closed_issues: inside.filter((issue) => issue.state === 'closed').length,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}

export function renderIssueMilestone(world: World, repository: Repository, issue: Issue): Json | null {
  const milestone = issue.milestone === null ? undefined : repository.milestones.get(issue.milestone);
  return milestone === undefined ? null : renderMilestone(world, repository, milestone);
}

const reactionNames = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'] as const;

function renderReactionRollup(url: string, reactions: readonly Reaction[]): Json {
  const counts = Object.fromEntries(reactionNames.map((name) => [name, reactions.filter((reaction) => reaction.content === name).length]));
  return { url: `${url}/reactions`, total_count: reactions.length, ...counts };
}

export function renderReaction(world: World, reaction: Reaction): Json {
  return {
    id: reaction.id,
    node_id: nodeId('Reaction', reaction.id),
    user: renderUserById(world, reaction.userId),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

export function renderSubIssuesSummary(world: World, issue: Issue): Json {
  const children = issue.subIssueIds.map((id) => issueById(world, id)?.issue);
  const completed = children.filter((child) => child?.state === 'closed').length;
  return { total: children.length, completed, percent_completed: children.length === 0 ? 0 : Math.floor((completed * 100) / children.length) };
}

export function countComments(repository: Repository, issueNumber: number): number {
  return [...repository.comments.values()].filter((comment) => comment.issueNumber === issueNumber).length;
}

export function renderIssue(world: World, repository: Repository, issue: Issue): Json {
  const base = repositoryApiUrl(world, repository);
  const url = `${base}/issues/${issue.number}`;
  const html = `${repositoryHtmlUrl(world, repository)}/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`;
  const parent = issue.parentId === null ? null : issueById(world, issue.parentId);
  return {
    url,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: issue.id,
    node_id: issue.pull === null ? nodeId('Issue', issue.id) : nodeId('PullRequest', issue.pull.id),
    number: issue.number,
    title: issue.title,
    user: renderUserById(world, issue.authorId),
    labels: renderIssueLabels(world, repository, issue),
    state: issue.state,
    locked: issue.locked,
    assignee: renderUserById(world, issue.assigneeIds[0] ?? null),
    assignees: issue.assigneeIds.map((id) => renderUser(world, accountById(world, id))),
    milestone: renderIssueMilestone(world, repository, issue),
    comments: countComments(repository, issue.number),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: authorAssociation(world, repository, issue.authorId),
    active_lock_reason: null,
    sub_issues_summary: renderSubIssuesSummary(world, issue),
    issue_dependencies_summary: { blocked_by: 0, total_blocked_by: 0, blocking: 0, total_blocking: 0 },
    body: issue.body,
    reactions: renderReactionRollup(url, issue.reactions),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: renderAppById(world, issue.appId),
    state_reason: issue.stateReason,
    ...(parent === null ? {} : { parent_issue_url: `${repositoryApiUrl(world, parent.repository)}/issues/${parent.issue.number}` }),
    ...(issue.pull === null
      ? {}
      : {
          draft: issue.pull.draft,
          pull_request: {
            url: `${base}/pulls/${issue.number}`,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: issue.pull.mergedAt,
          },
        }),
  };
}

/** One issue alone also says who closed it; lists do not. */
export function renderIssueWithCloser(world: World, repository: Repository, issue: Issue): Json {
  return { ...renderIssue(world, repository, issue), closed_by: renderUserById(world, issue.closedById) };
}

export function renderComment(world: World, repository: Repository, comment: Comment): Json {
  const base = repositoryApiUrl(world, repository);
  const url = `${base}/issues/comments/${comment.id}`;
  const kind = repository.issues.get(comment.issueNumber)?.pull === null ? 'issues' : 'pull';
  return {
    url,
    html_url: `${repositoryHtmlUrl(world, repository)}/${kind}/${comment.issueNumber}#issuecomment-${comment.id}`,
    issue_url: `${base}/issues/${comment.issueNumber}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: renderUserById(world, comment.authorId),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: authorAssociation(world, repository, comment.authorId),
    body: comment.body,
    reactions: renderReactionRollup(url, comment.reactions),
    performed_via_github_app: renderAppById(world, comment.appId),
    ...(comment.minimized === null ? {} : { minimized: { reason: comment.minimized } }),
  };
}
