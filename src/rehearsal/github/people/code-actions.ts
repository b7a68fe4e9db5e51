import type { Commit } from '../git/object-store.ts';
import type { PullIssue } from '../records/find.ts';
import { pullByNumber } from '../records/find.ts';
import type { Review } from '../records/issue.ts';
import type { World } from '../records/world.ts';
import { branchSha, writeFiles } from '../state/commits.ts';
import type { FileEdits } from '../state/commits.ts';
import { computeMergeable, editPullBase, mergePull, openPull, setDraft } from '../state/pulls.ts';
import type { MergeMethod } from '../state/pulls.ts';
import { push } from '../state/push.ts';
import { dismissReview, reviewById, submitReview } from '../state/reviews.ts';
import type { ReviewEvent } from '../state/reviews.ts';
import { dequeue, enqueue } from '../state/merge-queue.ts';
import type { QueueEntry } from '../records/repository.ts';
import { locate, person } from './locate.ts';
import type { RepositoryRef } from './locate.ts';

export interface CommitInput {
  readonly repository: RepositoryRef;
  readonly as: string;
  /** The default branch when left out; made from `from` (default branch) when it does not exist. */
  readonly branch?: string;
  readonly from?: string;
  readonly files: FileEdits;
  readonly message?: string;
}

export interface NewPull {
  readonly repository: RepositoryRef;
  readonly as: string;
  readonly head: string;
  /** Where the head branch is, for a pull request from a fork. */
  readonly headRepository?: RepositoryRef;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
}

interface OnPull {
  readonly repository: RepositoryRef;
  readonly as: string;
  readonly number: number;
}

function commitFiles(world: World, input: CommitInput): Commit {
  const repository = locate(world, input.repository);
  const actor = person(world, input.as);
  const branch = input.branch ?? repository.defaultBranch;
  const parent = repository.refs.get(`refs/heads/${branch}`) ?? repository.refs.get(`refs/heads/${input.from ?? repository.defaultBranch}`) ?? null;
  const commit = writeFiles(world, actor.user, { parent, files: input.files, message: input.message ?? 'Change files' });
  push(world, actor, { repository, ref: `refs/heads/${branch}`, sha: commit.sha });
  return commit;
}

function open(world: World, input: NewPull): PullIssue {
  const repository = locate(world, input.repository);
  const head = { repository: input.headRepository === undefined ? repository : locate(world, input.headRepository), branch: input.head };
  return openPull(world, person(world, input.as), {
    repository,
    fields: { title: input.title ?? input.head, body: input.body ?? null, base: input.base ?? repository.defaultBranch, head, draft: input.draft ?? false },
  });
}

export function createCodeActions(world: World) {
  const on = (input: OnPull) => {
    const repository = locate(world, input.repository);
    return { repository, issue: pullByNumber(repository, input.number) };
  };
  return {
    /** Commits and pushes files to a branch. */
    commit: (input: CommitInput): Commit => commitFiles(world, input),
    createBranch: (input: { readonly repository: RepositoryRef; readonly as: string; readonly branch: string; readonly from?: string }): void => {
      const repository = locate(world, input.repository);
      push(world, person(world, input.as), {
        repository,
        ref: `refs/heads/${input.branch}`,
        sha: branchSha(repository, input.from ?? repository.defaultBranch),
      });
    },
    /** Moves a branch to any commit, as a forced push does. */
    moveBranch: (input: { readonly repository: RepositoryRef; readonly as: string; readonly branch: string; readonly sha: string }): void => {
      push(world, person(world, input.as), { repository: locate(world, input.repository), ref: `refs/heads/${input.branch}`, sha: input.sha });
    },
    deleteBranch: (input: { readonly repository: RepositoryRef; readonly as: string; readonly branch: string }): void =>
      push(world, person(world, input.as), { repository: locate(world, input.repository), ref: `refs/heads/${input.branch}`, sha: null }),
    openPull: (input: NewPull): PullIssue => open(world, input),
    /** Commits onto the branch of a pull request, in a fork too. */
    pushToPull: (input: OnPull & { readonly files: FileEdits; readonly message?: string }): Commit => {
      const { issue } = on(input);
      const head = world.repositories.get(issue.pull.headRepositoryId);
      if (head === undefined) throw new Error(`the head repository of pull request ${input.number} is gone`);
      return commitFiles(world, {
        repository: head,
        as: input.as,
        branch: issue.pull.headRef,
        files: input.files,
        ...(input.message === undefined ? {} : { message: input.message }),
      });
    },
    changeBase: (input: OnPull & { readonly base: string }): void => editPullBase(world, person(world, input.as), { ...on(input), base: input.base }),
    setDraft: (input: OnPull & { readonly draft: boolean }): void => setDraft(world, person(world, input.as), { ...on(input), draft: input.draft }),
    /** The merge commit that a `pull_request` workflow tests, or null when there is a conflict. */
    testMerge: (input: Omit<OnPull, 'as'>): string | null => {
      const { repository, issue } = on({ ...input, as: '' });
      computeMergeable(world, repository, issue);
      return issue.pull.mergeCommitSha;
    },
    review: (input: OnPull & { readonly event: ReviewEvent; readonly body?: string }): Review =>
      submitReview(world, person(world, input.as), { ...on(input), event: input.event, ...(input.body === undefined ? {} : { body: input.body }) }),
    dismissReview: (input: OnPull & { readonly review: number }): Review => {
      const { repository, issue } = on(input);
      return dismissReview(world, person(world, input.as), { repository, issue, review: reviewById(issue, input.review) });
    },
    mergePull: (input: OnPull & { readonly method?: MergeMethod }): Commit =>
      mergePull(world, person(world, input.as), { ...on(input), ...(input.method === undefined ? {} : { method: input.method }) }),
    enqueue: (input: OnPull): QueueEntry => enqueue(world, person(world, input.as), on(input)),
    dequeue: (input: OnPull & { readonly reason: 'merged' | 'invalidated' | 'dequeued' }): void =>
      dequeue(world, person(world, input.as), { ...on(input), reason: input.reason }),
  };
}
