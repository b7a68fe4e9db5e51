import type { Account } from '../records/account.ts';
import { isPull } from '../records/find.ts';
import type { PullIssue } from '../records/find.ts';
import type { CheckRun, CheckSuite } from '../records/checks.ts';
import type { Comment, Edit, Issue, Label, Milestone, Review } from '../records/issue.ts';
import type { Commit } from '../git/object-store.ts';
import type { QueueEntry, Repository } from '../records/repository.ts';
import type { WorkflowRun } from '../records/run.ts';
import type { World } from '../records/world.ts';

export interface AccountNode {
  readonly __typename: 'User' | 'Bot' | 'Organization';
  readonly account: Account;
}
export interface RepositoryNode {
  readonly __typename: 'Repository';
  readonly repository: Repository;
}
export interface IssueNode {
  readonly __typename: 'Issue';
  readonly repository: Repository;
  readonly issue: Issue;
}
export interface PullNode {
  readonly __typename: 'PullRequest';
  readonly repository: Repository;
  readonly issue: PullIssue;
}
export interface CommentNode {
  readonly __typename: 'IssueComment';
  readonly repository: Repository;
  readonly comment: Comment;
}
export interface MilestoneNode {
  readonly __typename: 'Milestone';
  readonly repository: Repository;
  readonly milestone: Milestone;
}
export interface LabelNode {
  readonly __typename: 'Label';
  readonly repository: Repository;
  readonly label: Label;
}
export interface ReviewNode {
  readonly __typename: 'PullRequestReview';
  readonly repository: Repository;
  readonly issue: PullIssue;
  readonly review: Review;
}
export interface CommitNode {
  readonly __typename: 'Commit';
  readonly repository: Repository;
  readonly commit: Commit;
}
export interface SuiteNode {
  readonly __typename: 'CheckSuite';
  readonly repository: Repository;
  readonly suite: CheckSuite;
}
export interface CheckRunNode {
  readonly __typename: 'CheckRun';
  readonly repository: Repository;
  readonly run: CheckRun;
}
export interface WorkflowRunNode {
  readonly __typename: 'WorkflowRun';
  readonly repository: Repository;
  readonly run: WorkflowRun;
}
export interface QueueNode {
  readonly __typename: 'MergeQueue';
  readonly repository: Repository;
  readonly branch: string;
}
export interface EntryNode {
  readonly __typename: 'MergeQueueEntry';
  readonly repository: Repository;
  readonly entry: QueueEntry;
}
export interface EditNode {
  readonly __typename: 'UserContentEdit';
  readonly edit: Edit;
  readonly index: number;
}

export function accountNode(world: World, id: number | null): AccountNode | null {
  const account = id === null ? undefined : world.accounts.get(id);
  return account === undefined ? null : { __typename: account.type, account };
}

export function repositoryNode(repository: Repository): RepositoryNode {
  return { __typename: 'Repository', repository };
}

export function issueNode(repository: Repository, issue: Issue): IssueNode | PullNode {
  return isPull(issue) ? { __typename: 'PullRequest', repository, issue } : { __typename: 'Issue', repository, issue };
}

export function commitNode(world: World, repository: Repository, sha: string): CommitNode | null {
  const commit = world.objects.commits.get(sha);
  return commit === undefined ? null : { __typename: 'Commit', repository, commit };
}

export function milestoneNode(repository: Repository, number: number | null): MilestoneNode | null {
  const milestone = number === null ? undefined : repository.milestones.get(number);
  return milestone === undefined ? null : { __typename: 'Milestone', repository, milestone };
}
