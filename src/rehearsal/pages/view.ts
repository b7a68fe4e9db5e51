import type { Commit } from '../github/git/object-store.ts';
import { findEntry } from '../github/git/tree-files.ts';
import type { Account } from '../github/records/account.ts';
import type { CheckRun } from '../github/records/checks.ts';
import { accountById, isPull, ownerOf, type PullIssue, repositoryByName } from '../github/records/find.ts';
import type { Comment, Issue, Milestone } from '../github/records/issue.ts';
import type { Repository } from '../github/records/repository.ts';
import type { World } from '../github/records/world.ts';
import { commitsOfPull } from './commits-of-pull.ts';

/** A repository of the embedded GitHub as its pages look at it. Reads only. */
export interface RepositoryView {
  readonly owner: string;
  readonly repo: string;
  readonly path: string;
  readonly repository: Repository;
  readonly author: (id: number) => Account;
  readonly issues: readonly Issue[];
  readonly pulls: readonly PullIssue[];
  readonly milestones: readonly Milestone[];
  readonly commentsOf: (number: number) => readonly Comment[];
  /** The newest check run of each name and app on a commit. */
  readonly checksOf: (sha: string) => readonly CheckRun[];
  /** What a pull request brings, oldest first. */
  readonly commitsOf: (pull: PullIssue) => readonly Commit[];
  /** Text of a file on the default branch; null when there is none. */
  readonly fileOf: (path: string) => string | null;
}

/** Looks a repository up by its name in a URL; null when there is none. */
export function viewRepository(world: World, owner: string, repo: string): RepositoryView | null {
  const repository = repositoryByName(world, owner, repo);
  if (!repository) return null;
  // GitHub lists the newest first.
  const all = [...repository.issues.values()].toSorted((a, b) => b.number - a.number);
  const ownerLogin = ownerOf(world, repository).login;
  return {
    owner: ownerLogin,
    repo: repository.name,
    path: `/${ownerLogin}/${repository.name}`,
    repository,
    author: (id) => accountById(world, id),
    issues: all.filter((issue) => !isPull(issue)),
    pulls: all.filter(isPull),
    milestones: [...repository.milestones.values()].sort(byDueDate),
    commentsOf: (number) => [...repository.comments.values()].filter((comment) => comment.issueNumber === number),
    checksOf: (sha) => newest([...repository.checkRuns.values()].filter((run) => run.headSha === sha)),
    commitsOf: (pull) => commitsOfPull(world.objects, pull.pull),
    fileOf: (path) => fileOf(world, repository, path),
  };
}

function byDueDate(a: Milestone, b: Milestone): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.number - b.number;
}

function newest(runs: readonly CheckRun[]): CheckRun[] {
  const byName = new Map<string, CheckRun>();
  for (const run of runs) byName.set(`${run.appId} ${run.name}`, run);
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function fileOf({ objects }: World, repository: Repository, path: string): string | null {
  const commit = objects.commits.get(repository.refs.get(`refs/heads/${repository.defaultBranch}`) ?? '');
  const entry = commit ? findEntry(objects, commit.tree, path) : null;
  const blob = entry ? objects.blobs.get(entry.sha) : undefined;
  return blob ? Buffer.from(blob).toString('utf8') : null;
}
