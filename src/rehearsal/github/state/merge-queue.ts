import type { Actor } from '../records/account.ts';
import { ApiError, notFound } from '../records/api-error.ts';
import { fullName } from '../records/find.ts';
import type { PullIssue } from '../records/find.ts';
import type { QueueEntry, Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderSimpleCommit } from '../render/commit.ts';
import { announce } from '../webhooks/announce.ts';
import { announceIssue } from '../webhooks/announce-issue.ts';
import { branchSha, writeMerge } from './commits.ts';
import { setIssueState } from './issues.ts';
import { push } from './push.ts';

function renderGroup(world: World, entry: QueueEntry): Json {
  const commit = world.objects.commits.get(entry.headSha);
  return {
    head_sha: entry.headSha,
    head_ref: entry.ref,
    base_sha: entry.baseSha,
    base_ref: `refs/heads/${entry.baseRef}`,
    head_commit: commit === undefined ? null : renderSimpleCommit(commit),
  };
}

/** Puts a pull request at the end of its base branch's queue and asks for checks on the group's own commit. */
export function enqueue(world: World, actor: Actor, input: { repository: Repository; issue: PullIssue }): QueueEntry {
  const { repository, issue } = input;
  const { pull } = issue;
  const before = repository.queue.filter((entry) => entry.baseRef === pull.baseRef).at(-1);
  const baseSha = before?.headSha ?? branchSha(repository, pull.baseRef);
  const merge = writeMerge(world, actor.user, {
    base: baseSha,
    head: pull.headSha,
    message: `Merge pull request #${issue.number} from ${fullName(world, repository)}`,
  });
  if (merge === null) throw new ApiError(405, 'Pull Request is not mergeable');
  // The part after the branch is a convention, not documented.
  const ref = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${issue.number}-${baseSha}`;
  const entry: QueueEntry = {
    id: world.nextId('queue'),
    pullNumber: issue.number,
    baseRef: pull.baseRef,
    headSha: merge.sha,
    baseSha,
    ref,
    enqueuedAt: world.now(),
    state: 'AWAITING_CHECKS',
  };
  repository.queue.push(entry);
  announceIssue(world, actor, { repository, issue, action: 'enqueued' });
  push(world, actor, { repository, ref, sha: merge.sha });
  announce(world, actor, { repository, event: 'merge_group', action: 'checks_requested', body: { merge_group: renderGroup(world, entry) } });
  return entry;
}

/** Takes an entry out; `merged` also lands its commit on the base branch. */
export function dequeue(world: World, actor: Actor, input: { repository: Repository; issue: PullIssue; reason: 'merged' | 'invalidated' | 'dequeued' }): void {
  const { repository, issue, reason } = input;
  const index = repository.queue.findIndex((entry) => entry.pullNumber === issue.number);
  const entry = repository.queue[index];
  if (entry === undefined) throw notFound();
  repository.queue.splice(index, 1);
  announce(world, actor, { repository, event: 'merge_group', action: 'destroyed', body: { reason, merge_group: renderGroup(world, entry) } });
  announceIssue(world, actor, {
    repository,
    issue,
    action: 'dequeued',
    extra: { reason: reason === 'merged' ? 'MERGE' : reason === 'invalidated' ? 'CI_FAILURE' : 'MANUAL' },
  });
  if (reason === 'merged') {
    Object.assign(issue.pull, { merged: true, mergedAt: world.now(), mergedById: actor.user.id, mergeCommitSha: entry.headSha });
    setIssueState(world, actor, { repository, issue, state: 'closed' });
    push(world, actor, { repository, ref: `refs/heads/${entry.baseRef}`, sha: entry.headSha, as: 'merge_queue_merge' });
  }
  push(world, actor, { repository, ref: entry.ref, sha: null });
}
