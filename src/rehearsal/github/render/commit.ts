import { diffTrees } from '../git/diff-trees.ts';
import type { FileChange } from '../git/diff-trees.ts';
import type { Commit } from '../git/object-store.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderUserById } from './account.ts';
import { nodeId } from './node-id.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

const unsigned: Json = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

export function renderSimpleCommit(commit: Commit): Json {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

export function renderFileChange(world: World, repository: Repository, input: { change: FileChange; ref: string }): Json {
  const { change, ref } = input;
  const api = repositoryApiUrl(world, repository);
  const html = repositoryHtmlUrl(world, repository);
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${html}/blob/${ref}/${change.path}`,
    raw_url: `${html}/raw/${ref}/${change.path}`,
    contents_url: `${api}/contents/${encodeURIComponent(change.path)}?ref=${ref}`,
    ...(change.patch === null ? {} : { patch: change.patch }),
    ...(change.previousPath === null ? {} : { previous_filename: change.previousPath }),
  };
}

export function renderCommit(world: World, repository: Repository, commit: Commit): Json {
  const api = repositoryApiUrl(world, repository);
  const html = repositoryHtmlUrl(world, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: unsigned,
    },
    author: renderUserById(world, commit.authorId),
    committer: renderUserById(world, commit.committerId),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  };
}

/** One commit alone also lists its files, against its first parent. */
export function renderCommitWithFiles(world: World, repository: Repository, commit: Commit): Json {
  const parent = world.objects.commits.get(commit.parents[0] ?? '');
  const changes = diffTrees(world.objects, parent?.tree ?? '', commit.tree);
  const sum = (key: 'additions' | 'deletions') => changes.reduce((total, change) => total + change[key], 0);
  return {
    ...renderCommit(world, repository, commit),
    stats: { additions: sum('additions'), deletions: sum('deletions'), total: sum('additions') + sum('deletions') },
    files: changes.map((change) => renderFileChange(world, repository, { change, ref: commit.sha })),
  };
}

export function renderGitCommit(world: World, repository: Repository, commit: Commit): Json {
  const api = repositoryApiUrl(world, repository);
  const html = repositoryHtmlUrl(world, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    verification: unsigned,
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/git/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  };
}
