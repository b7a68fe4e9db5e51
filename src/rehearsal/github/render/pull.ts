import { commitsBetween, mergeBase } from '../git/history.ts';
import { diffTrees } from '../git/diff-trees.ts';
import type { FileChange } from '../git/diff-trees.ts';
import { accountById, isPull, ownerOf } from '../records/find.ts';
import type { PullIssue } from '../records/find.ts';
import type { Review } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderUser, renderUserById } from './account.ts';
import { authorAssociation } from './author-association.ts';
import { countComments, renderIssueLabels, renderIssueMilestone } from './issue.ts';
import { nodeId } from './node-id.ts';
import { renderRepository, repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

/** Files of a pull request: from where its branch left the base to its head. */
export function pullChanges(world: World, pull: { readonly baseSha: string; readonly headSha: string }): FileChange[] {
  const base = mergeBase(world.objects, pull.baseSha, pull.headSha);
  const head = world.objects.commits.get(pull.headSha);
  return head === undefined ? [] : diffTrees(world.objects, base?.tree ?? '', head.tree);
}

function renderSide(world: World, repository: Repository | undefined, side: { ref: string; sha: string; ownerId: number }): Json {
  const owner = accountById(world, side.ownerId);
  return {
    label: `${owner.login}:${side.ref}`,
    ref: side.ref,
    sha: side.sha,
    user: renderUser(world, owner),
    repo: repository === undefined ? null : renderRepository(world, repository),
  };
}

function renderLinks(world: World, repository: Repository, issue: PullIssue): Json {
  const api = repositoryApiUrl(world, repository);
  const link = (href: string) => ({ href });
  const pull = `${api}/pulls/${issue.number}`;
  return {
    self: link(pull),
    html: link(`${repositoryHtmlUrl(world, repository)}/pull/${issue.number}`),
    issue: link(`${api}/issues/${issue.number}`),
    comments: link(`${api}/issues/${issue.number}/comments`),
    review_comments: link(`${pull}/comments`),
    review_comment: link(`${api}/pulls/comments{/number}`),
    commits: link(`${pull}/commits`),
    statuses: link(`${api}/statuses/${issue.pull.headSha}`),
  };
}

export function renderPullSimple(world: World, repository: Repository, issue: PullIssue): Json {
  const { pull } = issue;
  const api = repositoryApiUrl(world, repository);
  const html = `${repositoryHtmlUrl(world, repository)}/pull/${issue.number}`;
  const head = world.repositories.get(pull.headRepositoryId);
  return {
    url: `${api}/pulls/${issue.number}`,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${api}/issues/${issue.number}`,
    commits_url: `${api}/pulls/${issue.number}/commits`,
    review_comments_url: `${api}/pulls/${issue.number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${issue.number}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: renderUserById(world, issue.authorId),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: renderUserById(world, issue.assigneeIds[0] ?? null),
    assignees: issue.assigneeIds.map((id) => renderUserById(world, id)),
    requested_reviewers: pull.reviewerIds.map((id) => renderUserById(world, id)),
    requested_teams: [],
    // In a list of pull requests GitHub describes a label's description as text, never null.
    labels: renderIssueLabels(world, repository, issue).map((label) => ({ ...label, description: label.description ?? '' })),
    milestone: renderIssueMilestone(world, repository, issue),
    draft: pull.draft,
    head: renderSide(world, head, { ref: pull.headRef, sha: pull.headSha, ownerId: head?.ownerId ?? issue.authorId }),
    base: renderSide(world, repository, { ref: pull.baseRef, sha: pull.baseSha, ownerId: ownerOf(world, repository).id }),
    _links: renderLinks(world, repository, issue),
    author_association: authorAssociation(world, repository, issue.authorId),
    auto_merge: null,
    active_lock_reason: null,
  };
}

export function renderPull(world: World, repository: Repository, issue: PullIssue): Json {
  const { pull } = issue;
  const changes = pullChanges(world, pull);
  const mergeable = issue.state === 'closed' || pull.mergeable === 'unknown' ? null : pull.mergeable === 'clean';
  return {
    ...renderPullSimple(world, repository, issue),
    merged: pull.merged,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : pull.mergeable,
    merged_by: renderUserById(world, pull.mergedById),
    comments: countComments(repository, issue.number),
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsBetween(world.objects, pull.baseSha, pull.headSha).length,
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changed_files: changes.length,
  };
}

/** Open pull requests of the same repository with this head. Pull requests from forks are not in it: GitHub leaves them out. */
export function renderPullReferences(world: World, repository: Repository, headSha: string): Json[] {
  const open = [...repository.issues.values()]
    .filter(isPull)
    .filter((issue) => issue.state === 'open' && issue.pull.headSha === headSha && issue.pull.headRepositoryId === repository.id);
  const short = { id: repository.id, url: repositoryApiUrl(world, repository), name: repository.name };
  return open.map((issue) => ({
    id: issue.pull.id,
    number: issue.number,
    url: `${short.url}/pulls/${issue.number}`,
    head: { ref: issue.pull.headRef, sha: issue.pull.headSha, repo: short },
    base: { ref: issue.pull.baseRef, sha: issue.pull.baseSha, repo: short },
  }));
}

export function renderReview(world: World, repository: Repository, input: { issue: PullIssue; review: Review }): Json {
  const { issue, review } = input;
  const pullUrl = `${repositoryApiUrl(world, repository)}/pulls/${issue.number}`;
  const html = `${repositoryHtmlUrl(world, repository)}/pull/${issue.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: renderUserById(world, review.userId),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    commit_id: review.commitId,
    author_association: authorAssociation(world, repository, review.userId),
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
  };
}
