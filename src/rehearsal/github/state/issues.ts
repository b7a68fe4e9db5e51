import type { Actor } from '../records/account.ts';
import { ApiError, invalid } from '../records/api-error.ts';
import { accountByLogin } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderMilestone } from '../render/issue.ts';
import { announceIssue } from '../webhooks/announce-issue.ts';
import { setIssueLabels } from './labels.ts';
import { milestoneByNumber } from './milestones.ts';
import { checkBody, checkTitle } from './text-limits.ts';
import { recordTimeline } from './timeline.ts';

export interface IssueInput {
  readonly title: string;
  readonly body?: string | null;
  readonly labels?: readonly string[];
  readonly milestone?: number | null;
  readonly assignees?: readonly string[];
}

/** An issue with nothing in it but its place in the repository; pull requests start from it too. */
export function addIssueRecord(world: World, actor: Actor, input: { repository: Repository; title: string; body: string | null }): Issue {
  const { repository, title, body } = input;
  repository.counters.issue += 1;
  const now = world.now();
  const issue: Issue = {
    id: world.nextId('issue'),
    number: repository.counters.issue,
    title,
    body,
    state: 'open',
    stateReason: null,
    authorId: actor.user.id,
    appId: actor.app?.id ?? null,
    labels: [],
    milestone: null,
    assigneeIds: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedById: null,
    parentId: null,
    subIssueIds: [],
    locked: false,
    edits: [],
    reactions: [],
    timeline: [],
    pull: null,
  };
  repository.issues.set(issue.number, issue);
  world.issuesById.set(issue.id, { repository, issue });
  return issue;
}

export function createIssue(world: World, actor: Actor, input: { repository: Repository; fields: IssueInput }): Issue {
  const { repository, fields } = input;
  if (!repository.hasIssues) throw new ApiError(410, 'Issues are disabled for this repo');
  checkTitle('Issue', fields.title);
  checkBody('Issue', fields.body ?? null);
  if (fields.milestone !== undefined && fields.milestone !== null && !repository.milestones.has(fields.milestone))
    throw invalid({ resource: 'Issue', code: 'invalid', field: 'milestone' });
  const issue = addIssueRecord(world, actor, { repository, title: fields.title, body: fields.body ?? null });
  announceIssue(world, actor, { repository, issue, action: 'opened' });
  dressIssue(world, actor, { repository, issue, fields });
  return issue;
}

/** Labels, milestone and assignees, each with its own event, as GitHub sends them after `opened`. */
export function dressIssue(world: World, actor: Actor, input: { repository: Repository; issue: Issue; fields: Partial<IssueInput> }): void {
  const { repository, issue, fields } = input;
  if (fields.labels !== undefined) setIssueLabels(world, actor, { repository, issue, names: fields.labels });
  if (fields.assignees !== undefined) setAssignees(world, actor, { repository, issue, logins: fields.assignees });
  if (fields.milestone !== undefined) setIssueMilestone(world, actor, { repository, issue, milestone: fields.milestone });
}

export function setIssueMilestone(world: World, actor: Actor, input: { repository: Repository; issue: Issue; milestone: number | null }): void {
  const { repository, issue, milestone } = input;
  if (milestone === issue.milestone) return;
  if (milestone !== null && !repository.milestones.has(milestone)) throw invalid({ resource: 'Issue', code: 'invalid', field: 'milestone' });
  const before = issue.milestone;
  issue.milestone = milestone;
  if (before !== null) announceMilestoned(world, actor, { repository, issue, milestone: before, action: 'demilestoned' });
  if (milestone !== null) announceMilestoned(world, actor, { repository, issue, milestone, action: 'milestoned' });
}

function announceMilestoned(world: World, actor: Actor, input: { repository: Repository; issue: Issue; milestone: number; action: string }): void {
  const { repository, issue, action } = input;
  const milestone = milestoneByNumber(repository, input.milestone);
  recordTimeline(world, actor, { issue, event: action, detail: { milestone: { title: milestone.title } } });
  announceIssue(world, actor, { repository, issue, action, extra: { milestone: renderMilestone(world, repository, milestone) } });
}

export function setAssignees(world: World, actor: Actor, input: { repository: Repository; issue: Issue; logins: readonly string[] }): void {
  const { repository, issue, logins } = input;
  const wanted = logins.map((login) => accountByLogin(world, login).id);
  const fresh = wanted.filter((id) => !issue.assigneeIds.includes(id));
  const gone = issue.assigneeIds.filter((id) => !wanted.includes(id));
  issue.assigneeIds = wanted;
  for (const id of [...fresh, ...gone]) {
    const action = fresh.includes(id) ? 'assigned' : 'unassigned';
    recordTimeline(world, actor, { issue, event: action, detail: { assigneeId: id } });
    announceIssue(world, actor, { repository, issue, action });
  }
}

/** Changes the words of an issue; the old ones go into the event and into the edit history. */
export function editIssue(world: World, actor: Actor, input: { repository: Repository; issue: Issue; title?: string; body?: string | null }): void {
  const { repository, issue } = input;
  const changes: Json = {};
  if (input.title !== undefined && input.title !== issue.title) {
    checkTitle('Issue', input.title);
    changes['title'] = { from: issue.title };
    recordTimeline(world, actor, { issue, event: 'renamed', detail: { rename: { from: issue.title, to: input.title } } });
    issue.title = input.title;
  }
  if (input.body !== undefined && input.body !== issue.body) {
    checkBody('Issue', input.body);
    changes['body'] = { from: issue.body ?? '' };
    issue.edits.push({ at: world.now(), editorId: actor.user.id, from: issue.body ?? '' });
    issue.body = input.body;
  }
  if (Object.keys(changes).length === 0) return;
  issue.updatedAt = world.now();
  announceIssue(world, actor, { repository, issue, action: 'edited', extra: { changes } });
}

export function setIssueState(
  world: World,
  actor: Actor,
  input: { repository: Repository; issue: Issue; state: 'open' | 'closed'; reason?: string | null },
): void {
  const { repository, issue, state, reason } = input;
  // GitHub ignores `state_reason` when the state stays.
  if (state === issue.state) return;
  issue.state = state;
  issue.stateReason = state === 'open' ? 'reopened' : (reason ?? 'completed');
  if (issue.pull !== null) issue.stateReason = null;
  if (state === 'open') followBranch(world, repository, issue);
  issue.closedAt = state === 'closed' ? world.now() : null;
  issue.closedById = state === 'closed' ? actor.user.id : null;
  recordTimeline(world, actor, { issue, event: state === 'closed' ? 'closed' : 'reopened' });
  announceIssue(world, actor, { repository, issue, action: state === 'closed' ? 'closed' : 'reopened' });
}

/** A closed pull request stays at its head while its branch moves; reopened, it is at the branch's newest commit. */
function followBranch(world: World, repository: Repository, issue: Issue): void {
  const { pull } = issue;
  const sha = pull ? world.repositories.get(pull.headRepositoryId)?.refs.get(`refs/heads/${pull.headRef}`) : undefined;
  if (pull === null || sha === undefined || sha === pull.headSha) return;
  Object.assign(pull, { headSha: sha, mergeable: 'unknown', mergeCommitSha: null });
  repository.refs.set(`refs/pull/${issue.number}/head`, sha);
}
