import type { Account } from '../records/account.ts';
import { mergeTrees } from '../git/merge-trees.ts';
import { mergeBase } from '../git/history.ts';
import { writeBlob, writeCommit } from '../git/object-store.ts';
import type { Commit, Signature } from '../git/object-store.ts';
import { buildTree, listTreeFiles } from '../git/tree-files.ts';
import type { TreeFile } from '../git/tree-files.ts';
import { ApiError, notFound } from '../records/api-error.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';

/** Contents by path; null removes the file. */
export type FileEdits = Readonly<Record<string, string | Uint8Array | null>>;

export function signatureOf(world: World, account: Account): Signature {
  return { name: account.name ?? account.login, email: `${account.id}+${account.login}@users.noreply.example`, date: world.now() };
}

/** Writes a commit with these edits on top of a parent (null for a first commit); moves no branch. */
export function writeFiles(world: World, account: Account, input: { parent: string | null; files: FileEdits; message: string }): Commit {
  const { parent, files, message } = input;
  const before = parent === null ? undefined : world.objects.commits.get(parent);
  const all = before === undefined ? new Map<string, TreeFile>() : listTreeFiles(world.objects, before.tree);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) all.delete(path);
    else all.set(path, { sha: writeBlob(world.objects, typeof content === 'string' ? Buffer.from(content) : content), mode: '100644' });
  }
  const signature = signatureOf(world, account);
  return writeCommit(world.objects, {
    tree: buildTree(world.objects, all),
    parents: before === undefined ? [] : [before.sha],
    message,
    author: signature,
    committer: signature,
    authorId: account.id,
    committerId: account.id,
  });
}

/** Merges `head` into `base` as a commit that no branch holds; null when they conflict. */
export function writeMerge(world: World, account: Account, input: { base: string; head: string; message: string }): Commit | null {
  const base = world.objects.commits.get(input.base);
  const head = world.objects.commits.get(input.head);
  if (base === undefined || head === undefined) throw notFound();
  const common = mergeBase(world.objects, base.sha, head.sha);
  const tree = mergeTrees(world.objects, { base: common?.tree ?? null, ours: base.tree, theirs: head.tree });
  if (tree === null) return null;
  const signature = signatureOf(world, account);
  return writeCommit(world.objects, {
    tree,
    parents: [base.sha, head.sha],
    message: input.message,
    author: signature,
    committer: signature,
    authorId: account.id,
    committerId: account.id,
  });
}

/** Resolves a branch, tag, full ref or (abbreviated) sha to a commit of this repository's network. */
export function resolveCommit(world: World, repository: Repository, ref: string): Commit {
  const named =
    repository.refs.get(`refs/heads/${ref}`) ??
    repository.refs.get(`refs/tags/${ref}`) ??
    repository.refs.get(`refs/${ref}`) ??
    repository.refs.get(ref) ??
    ref;
  const exact = world.objects.commits.get(named);
  if (exact !== undefined) return exact;
  const short = /^[0-9a-f]{7,39}$/.test(ref) ? [...world.objects.commits.values()].find((commit) => commit.sha.startsWith(ref)) : undefined;
  if (short === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`);
  return short;
}

export function branchSha(repository: Repository, branch: string): string {
  const sha = repository.refs.get(`refs/heads/${branch}`);
  if (sha === undefined) throw new ApiError(404, 'Branch not found');
  return sha;
}
