import type { Actor } from '../records/account.ts';
import { invalid, notFound } from '../records/api-error.ts';
import { issueById } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { renderIssue } from '../render/issue.ts';
import { announce } from '../webhooks/announce.ts';

const childLimit = 100;
const levelLimit = 8;

function levelsAbove(world: World, issue: Issue): number {
  const parent = issue.parentId === null ? null : issueById(world, issue.parentId);
  return parent === null ? 0 : 1 + levelsAbove(world, parent.issue);
}

function levelsBelow(world: World, issue: Issue): number {
  const children = issue.subIssueIds.flatMap((id) => issueById(world, id)?.issue ?? []);
  return children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => levelsBelow(world, child)));
}

function isAncestor(world: World, candidate: Issue, of: Issue): boolean {
  const parent = of.parentId === null ? null : issueById(world, of.parentId);
  return parent !== null && (parent.issue.id === candidate.id || isAncestor(world, candidate, parent.issue));
}

function refuse(message: string): never {
  throw invalid({ resource: 'SubIssue', code: 'custom', field: 'sub_issue_id', message });
}

/** Hangs an issue under another by its database id (a number is somebody else's id, and is not found). */
export function addSubIssue(world: World, actor: Actor, input: { repository: Repository; parent: Issue; subIssueId: number; replaceParent: boolean }): Issue {
  const { repository, parent, subIssueId, replaceParent } = input;
  const found = issueById(world, subIssueId);
  if (found === null || found.issue.pull !== null) throw notFound();
  const child = found.issue;
  if (found.repository.ownerId !== repository.ownerId) refuse('Sub-issue must be in a repository of the same owner');
  if (parent.subIssueIds.includes(child.id)) refuse('Issue may not contain duplicate sub-issues');
  if (child.parentId !== null && !replaceParent) refuse('Sub issue may only have one parent');
  if (child.id === parent.id || isAncestor(world, child, parent)) refuse('Sub-issue would create a cycle');
  if (parent.subIssueIds.length >= childLimit) refuse(`Parent cannot have more than ${childLimit} sub-issues`);
  // Levels count the issues on the path, the topmost included.
  if (levelsAbove(world, parent) + 2 + levelsBelow(world, child) > levelLimit) refuse(`Sub-issues may not be nested deeper than ${levelLimit} levels`);
  const old = child.parentId === null ? null : issueById(world, child.parentId);
  if (old !== null) old.issue.subIssueIds = old.issue.subIssueIds.filter((id) => id !== child.id);
  parent.subIssueIds.push(child.id);
  child.parentId = parent.id;
  announceLink(world, actor, { repository, parent, child, verb: 'added' });
  return child;
}

export function removeSubIssue(world: World, actor: Actor, input: { repository: Repository; parent: Issue; subIssueId: number }): void {
  const { repository, parent, subIssueId } = input;
  const found = issueById(world, subIssueId);
  if (found === null || !parent.subIssueIds.includes(subIssueId)) throw notFound();
  parent.subIssueIds = parent.subIssueIds.filter((id) => id !== subIssueId);
  found.issue.parentId = null;
  announceLink(world, actor, { repository, parent, child: found.issue, verb: 'removed' });
}

export function reprioritizeSubIssue(input: { parent: Issue; subIssueId: number; afterId?: number; beforeId?: number }): void {
  const { parent, subIssueId, afterId, beforeId } = input;
  const rest = parent.subIssueIds.filter((id) => id !== subIssueId);
  const anchor = afterId ?? beforeId;
  if (rest.length === parent.subIssueIds.length || anchor === undefined || !rest.includes(anchor)) throw notFound();
  rest.splice(rest.indexOf(anchor) + (afterId === undefined ? 0 : 1), 0, subIssueId);
  parent.subIssueIds = rest;
}

/** GitHub sends two events for one link: one seen from the child, one from the parent. */
function announceLink(world: World, actor: Actor, input: { repository: Repository; parent: Issue; child: Issue; verb: 'added' | 'removed' }): void {
  const { repository, parent, child, verb } = input;
  const body = {
    parent_issue_id: parent.id,
    parent_issue: renderIssue(world, repository, parent),
    sub_issue_id: child.id,
    sub_issue: renderIssue(world, repository, child),
  };
  announce(world, actor, { repository, event: 'sub_issues', action: `parent_issue_${verb}`, body });
  announce(world, actor, { repository, event: 'sub_issues', action: `sub_issue_${verb}`, body });
}
