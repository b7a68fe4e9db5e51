import { pullChanges } from '../render/pull.ts';
import { nodeId } from '../render/node-id.ts';
import { repositoryHtmlUrl } from '../render/repository.ts';
import { closingIssues } from '../state/closing-issues.ts';
import { computeMergeable } from '../state/pulls.ts';
import { connect } from './connection.ts';
import { issueLike } from './issue-fields.ts';
import { accountNode, commitNode, issueNode, repositoryNode } from './nodes.ts';
import type { EntryNode, PullNode, QueueNode, ReviewNode } from './nodes.ts';
import { branch } from './repository-fields.ts';
import { fields, shortId } from './resolver.ts';

const mergeableNames = { unknown: 'UNKNOWN', clean: 'MERGEABLE', dirty: 'CONFLICTING' } as const;

export const pullFields = fields<PullNode>({
  ...issueLike,
  id: (source) => nodeId('PullRequest', source.issue.pull.id),
  databaseId: (source) => shortId(source.issue.pull.id),
  fullDatabaseId: (source) => String(source.issue.pull.id),
  state: (source) => (source.issue.pull.merged ? 'MERGED' : source.issue.state.toUpperCase()),
  merged: (source) => source.issue.pull.merged,
  mergedAt: (source) => source.issue.pull.mergedAt,
  mergedBy: (source, _args, context) => accountNode(context.world, source.issue.pull.mergedById),
  isDraft: (source) => source.issue.pull.draft,
  isCrossRepository: (source) => source.issue.pull.headRepositoryId !== source.repository.id,
  headRefOid: (source) => source.issue.pull.headSha,
  headRefName: (source) => source.issue.pull.headRef,
  baseRefOid: (source) => source.issue.pull.baseSha,
  baseRefName: (source) => source.issue.pull.baseRef,
  headRepository: (source, _args, context) => {
    const head = context.world.repositories.get(source.issue.pull.headRepositoryId);
    return head === undefined ? null : repositoryNode(head);
  },
  baseRef: (source, _args, context) => branch(context, source.repository, source.issue.pull.baseRef),
  permalink: (source, _args, context) => `${repositoryHtmlUrl(context.world, source.repository)}/pull/${source.issue.number}`,
  baseRepository: (source) => repositoryNode(source.repository),
  /** As in REST, the first look only sets GitHub to work. */
  mergeable: (source, _args, context) => {
    const before = mergeableNames[source.issue.pull.mergeable];
    computeMergeable(context.world, source.repository, source.issue);
    return before;
  },
  mergeCommit: (source, _args, context) =>
    source.issue.pull.merged && source.issue.pull.mergeCommitSha !== null
      ? commitNode(context.world, source.repository, source.issue.pull.mergeCommitSha)
      : null,
  /** Null while GitHub has not merged the two yet, and where they cannot be merged. */
  potentialMergeCommit: (source, _args, context) => {
    const { merged, mergeCommitSha } = source.issue.pull;
    return merged || mergeCommitSha === null ? null : commitNode(context.world, source.repository, mergeCommitSha);
  },
  changedFiles: (source, _args, context) => pullChanges(context.world, source.issue.pull).length,
  closingIssuesReferences: (source, args, context) =>
    connect(
      'closingIssuesReferences',
      args,
      closingIssues(context.world, source.repository, source.issue).map(({ repository, issue }) => issueNode(repository, issue)),
    ),
  reviews: (source, args) =>
    connect(
      'reviews',
      args,
      source.issue.pull.reviews.map((review): ReviewNode => ({ __typename: 'PullRequestReview', repository: source.repository, issue: source.issue, review })),
    ),
  isInMergeQueue: (source) => source.repository.queue.some((entry) => entry.pullNumber === source.issue.number),
  mergeQueueEntry: (source) => entryNode(source),
});

function entryNode(source: PullNode): EntryNode | null {
  const entry = source.repository.queue.find((candidate) => candidate.pullNumber === source.issue.number);
  return entry === undefined ? null : { __typename: 'MergeQueueEntry', repository: source.repository, entry };
}

export const reviewFields = fields<ReviewNode>({
  id: (source) => nodeId('PullRequestReview', source.review.id),
  databaseId: (source) => shortId(source.review.id),
  body: (source) => source.review.body,
  state: (source) => source.review.state,
  submittedAt: (source) => source.review.submittedAt,
  author: (source, _args, context) => accountNode(context.world, source.review.userId),
  commit: (source, _args, context) => commitNode(context.world, source.repository, source.review.commitId),
});

export const queueFields = fields<QueueNode>({
  id: (source) => `MQ_${source.repository.id}_${source.branch}`,
  repository: (source) => repositoryNode(source.repository),
  // What GitHub's settings page proposes.
  configuration: () => ({ checkResponseTimeout: 60 }),
  entries: (source, args) =>
    connect(
      'entries',
      args,
      source.repository.queue
        .filter((entry) => entry.baseRef === source.branch)
        .map((entry): EntryNode => ({ __typename: 'MergeQueueEntry', repository: source.repository, entry })),
    ),
});

export const entryFields = fields<EntryNode>({
  id: (source) => `MQE_${source.entry.id}`,
  state: (source) => source.entry.state,
  enqueuedAt: (source) => source.entry.enqueuedAt,
  position: (source) =>
    source.repository.queue.filter((entry) => entry.baseRef === source.entry.baseRef).findIndex((entry) => entry.id === source.entry.id) + 1,
  headCommit: (source, _args, context) => commitNode(context.world, source.repository, source.entry.headSha),
  baseCommit: (source, _args, context) => commitNode(context.world, source.repository, source.entry.baseSha),
  pullRequest: (source) => {
    const issue = source.repository.issues.get(source.entry.pullNumber);
    return issue === undefined ? null : issueNode(source.repository, issue);
  },
  mergeQueue: (source): QueueNode => ({ __typename: 'MergeQueue', repository: source.repository, branch: source.entry.baseRef }),
});
