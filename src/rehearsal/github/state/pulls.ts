import { writeCommit } from '../git/object-store.ts';
import type { Commit } from '../git/object-store.ts';
import type { Account, Actor } from '../records/account.ts';
import { accountById, fullName, ownerOf } from '../records/find.ts';
import type { PullIssue } from '../records/find.ts';
import { ApiError, invalid } from '../records/api-error.ts';
import type { Pull } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { announceIssue } from '../webhooks/announce-issue.ts';
import { closingIssues } from './closing-issues.ts';
import { branchSha, signatureOf, writeMerge } from './commits.ts';
import { addIssueRecord, setIssueState } from './issues.ts';
import { forgetTestMerge, push } from './push.ts';
import { checkBody, checkTitle } from './text-limits.ts';
import { recordTimeline } from './timeline.ts';

export interface PullInput {
  readonly title: string;
  readonly body?: string | null;
  readonly base: string;
  readonly head: { readonly repository: Repository; readonly branch: string };
  readonly draft?: boolean;
}

export function openPull(world: World, actor: Actor, input: { repository: Repository; fields: PullInput }): PullIssue {
  const { repository, fields } = input;
  const { head } = fields;
  checkTitle('PullRequest', fields.title);
  checkBody('PullRequest', fields.body ?? null);
  const baseSha = branchSha(repository, fields.base);
  const headSha = branchSha(head.repository, head.branch);
  const twin = [...repository.issues.values()].find(
    (issue) =>
      issue.state === 'open' && issue.pull?.headRepositoryId === head.repository.id && issue.pull.headRef === head.branch && issue.pull.baseRef === fields.base,
  );
  if (twin !== undefined)
    throw invalid({
      resource: 'PullRequest',
      code: 'custom',
      field: 'head',
      message: `A pull request already exists for ${ownerOf(world, head.repository).login}:${head.branch}.`,
    });
  if (baseSha === headSha)
    throw invalid({ resource: 'PullRequest', code: 'custom', field: 'head', message: `No commits between ${fields.base} and ${head.branch}` });
  const issue = addIssueRecord(world, actor, { repository, title: fields.title, body: fields.body ?? null });
  const pull: Pull = {
    id: world.nextId('pull'),
    headRepositoryId: head.repository.id,
    headRef: head.branch,
    headSha,
    baseRef: fields.base,
    baseSha,
    draft: fields.draft ?? false,
    merged: false,
    mergedAt: null,
    mergedById: null,
    mergeCommitSha: null,
    mergeable: 'unknown',
    reviews: [],
    reviewerIds: [],
  };
  issue.pull = pull;
  const opened: PullIssue = Object.assign(issue, { pull });
  repository.refs.set(`refs/pull/${issue.number}/head`, headSha);
  announceIssue(world, actor, { repository, issue, action: 'opened' });
  return opened;
}

/** Works out the test merge, as GitHub does some time after somebody asked. */
export function computeMergeable(world: World, repository: Repository, issue: PullIssue): void {
  const { pull } = issue;
  if (pull.mergeable !== 'unknown' || issue.state === 'closed') return;
  const merge = writeMerge(world, accountById(world, issue.authorId), {
    base: pull.baseSha,
    head: pull.headSha,
    message: `Merge ${pull.headSha} into ${pull.baseSha}`,
  });
  pull.mergeable = merge === null ? 'dirty' : 'clean';
  pull.mergeCommitSha = merge?.sha ?? null;
  if (merge !== null) repository.refs.set(`refs/pull/${issue.number}/merge`, merge.sha);
}

export function editPullBase(world: World, actor: Actor, input: { repository: Repository; issue: PullIssue; base: string }): void {
  const { repository, issue, base } = input;
  if (issue.pull.baseRef === base) return;
  const changes: Json = { base: { ref: { from: issue.pull.baseRef }, sha: { from: issue.pull.baseSha } } };
  issue.pull.baseRef = base;
  issue.pull.baseSha = branchSha(repository, base);
  forgetTestMerge(issue);
  issue.updatedAt = world.now();
  announceIssue(world, actor, { repository, issue, action: 'edited', extra: { changes } });
}

export function setDraft(world: World, actor: Actor, input: { repository: Repository; issue: PullIssue; draft: boolean }): void {
  const { repository, issue, draft } = input;
  if (issue.pull.draft === draft) return;
  issue.pull.draft = draft;
  recordTimeline(world, actor, { issue, event: draft ? 'convert_to_draft' : 'ready_for_review' });
  announceIssue(world, actor, { repository, issue, action: draft ? 'converted_to_draft' : 'ready_for_review' });
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Merges into the base branch, closes what the text says it closes, and pushes. */
export function mergePull(
  world: World,
  actor: Actor,
  input: { repository: Repository; issue: PullIssue; method?: MergeMethod; sha?: string; title?: string; message?: string },
): Commit {
  const { repository, issue, method = 'merge', sha } = input;
  const { pull } = issue;
  if (issue.state === 'closed') throw new ApiError(405, 'Pull Request is not mergeable');
  if (sha !== undefined && sha !== pull.headSha) throw new ApiError(409, 'Head branch was modified. Review and try the merge again.');
  if (pull.draft) throw new ApiError(405, 'Pull Request is still a draft');
  const merge = writeMerge(world, actor.user, {
    base: branchSha(repository, pull.baseRef),
    head: pull.headSha,
    message: input.title ?? mergeTitle(world, issue),
  });
  if (merge === null) throw new ApiError(405, 'Pull Request is not mergeable');
  const landed = method === 'merge' ? merge : landFlat(world, actor.user, { merge, title: input.title ?? `${issue.title} (#${issue.number})` });
  const closes = closingIssues(world, repository, issue);
  Object.assign(pull, { merged: true, mergedAt: world.now(), mergedById: actor.user.id, mergeCommitSha: landed.sha });
  setIssueState(world, actor, { repository, issue, state: 'closed' });
  push(world, actor, { repository, ref: `refs/heads/${pull.baseRef}`, sha: landed.sha, as: 'pr_merge' });
  if (pull.baseRef === repository.defaultBranch) for (const target of closes) setIssueState(world, actor, { ...target, state: 'closed', reason: 'completed' });
  return landed;
}

function mergeTitle(world: World, issue: PullIssue): string {
  const head = world.repositories.get(issue.pull.headRepositoryId);
  return `Merge pull request #${issue.number} from ${head === undefined ? '' : fullName(world, head)}/${issue.pull.headRef}\n\n${issue.title}`;
}

/** Squash and rebase leave one parent: the same tree under another commit. */
function landFlat(world: World, account: Account, input: { merge: Commit; title: string }): Commit {
  const { merge, title } = input;
  const signature = signatureOf(world, account);
  return writeCommit(world.objects, {
    ...merge,
    parents: merge.parents.slice(0, 1),
    message: title,
    author: signature,
    committer: signature,
    authorId: account.id,
    committerId: account.id,
  });
}
