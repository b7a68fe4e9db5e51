import { dayOfDueOn } from '../../core/calendar/milestone-due-on.ts';
import type { Person } from '../../core/people/decision.ts';
import type { CommentFacts, IssueFacts, MilestoneFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';

interface UserPayload {
  id: number;
  login: string;
  type?: string;
}
interface MilestonePayload {
  number: number;
  title: string;
  description: string | null;
  state: string;
  due_on: string | null;
}
interface IssuePayload {
  id: number;
  number: number;
  title: string;
  body?: string | null;
  state: string;
  html_url: string;
  state_reason?: string | null | undefined;
  closed_at?: string | null;
  user: UserPayload | null;
  milestone: MilestonePayload | null;
  labels: readonly (string | { name?: string | null })[];
  parent_issue_url?: string | null | undefined;
}
interface RepositoryPayload {
  id: number;
  name: string;
  owner: { login: string; type?: string };
  default_branch: string;
  fork: boolean;
  archived?: boolean;
  has_issues?: boolean;
  html_url: string;
}
interface CommentPayload {
  id: number;
  body?: string | undefined;
  user: UserPayload | null;
  performed_via_github_app?: { id: number } | null | undefined;
  created_at: string;
  updated_at: string;
  html_url: string;
}

/** GitHub shows a deleted account as the user `ghost`; some payloads leave it out altogether. */
const ghost: Person = { id: 10137, login: 'ghost', type: 'User' };

export function toPerson(user: UserPayload | null): Person {
  if (!user) return ghost;
  const type = user.type === 'Bot' || user.type === 'Mannequin' || user.type === 'Organization' ? user.type : 'User';
  return { id: user.id, login: user.login, type };
}

export function toMilestone(milestone: MilestonePayload): MilestoneFacts {
  const { number, title, description, state, due_on } = milestone;
  return { number, title, description: description ?? '', state: state === 'closed' ? 'closed' : 'open', dueOn: due_on ? dayOfDueOn(due_on) : null };
}

export function toIssue(issue: IssuePayload): IssueFacts {
  return {
    id: issue.id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    state: issue.state === 'closed' ? 'closed' : 'open',
    author: toPerson(issue.user),
    milestone: issue.milestone?.number ?? null,
    labels: issue.labels.flatMap((label) => (typeof label === 'string' ? [label] : label.name ? [label.name] : [])),
    parent: parentNumber(issue.parent_issue_url),
    stateReason: issue.state_reason ?? null,
    closedAt: issue.closed_at ?? null,
    url: issue.html_url,
  };
}

export function toRepository(repository: RepositoryPayload): RepositoryFacts {
  return {
    id: repository.id,
    owner: repository.owner.login,
    name: repository.name,
    ownerType: repository.owner.type === 'Organization' ? 'Organization' : 'User',
    defaultBranch: repository.default_branch,
    fork: repository.fork,
    archived: repository.archived ?? false,
    hasIssues: repository.has_issues ?? true,
    htmlUrl: repository.html_url,
  };
}

export function toComment(comment: CommentPayload): CommentFacts {
  return {
    id: comment.id,
    body: comment.body ?? '',
    author: toPerson(comment.user),
    appId: comment.performed_via_github_app?.id ?? null,
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    url: comment.html_url,
  };
}

function parentNumber(url: string | null | undefined): number | null {
  const match = /\/issues\/(\d+)$/.exec(url ?? '');
  return match ? Number(match[1]) : null;
}
