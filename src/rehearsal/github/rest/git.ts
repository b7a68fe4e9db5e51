import { ApiError, notFound } from '../records/api-error.ts';
import { listTreeFiles } from '../git/tree-files.ts';
import type { Json } from '../records/world.ts';
import { nodeId } from '../render/node-id.ts';
import { renderGitCommit } from '../render/commit.ts';
import { repositoryApiUrl } from '../render/repository.ts';
import { resolveCommit } from '../state/commits.ts';
import { push } from '../state/push.ts';
import { created, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';

/** The real limit of a recursive listing; past it the tree says it is truncated. */
const treeLimit = 100_000;

function renderRef(call: RepositoryCall, ref: string, sha: string): Json {
  const api = repositoryApiUrl(call.world, call.repository);
  return { ref, node_id: nodeId('Ref', ref), url: `${api}/git/${ref}`, object: { type: 'commit', sha, url: `${api}/git/commits/${sha}` } };
}

function getRef(call: RepositoryCall): Answer {
  const ref = `refs/${call.params['ref'] ?? ''}`;
  const sha = call.repository.refs.get(ref);
  if (sha === undefined) throw notFound();
  return ok(renderRef(call, ref, sha));
}

function treeOf(call: RepositoryCall, name: string): string {
  if (call.world.objects.trees.has(name)) return name;
  try {
    return resolveCommit(call.world, call.repository, name).tree;
  } catch {
    throw notFound();
  }
}

function folders(paths: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth += 1) found.add(parts.slice(0, depth).join('/'));
  }
  return found;
}

function getTree(call: RepositoryCall): Answer {
  const sha = treeOf(call, call.params['tree_sha'] ?? '');
  const api = repositoryApiUrl(call.world, call.repository);
  const size = (blob: string) => call.world.objects.blobs.get(blob)?.length ?? 0;
  const file = (path: string, mode: string, blob: string) => ({ path, mode, type: 'blob', sha: blob, size: size(blob), url: `${api}/git/blobs/${blob}` });
  const folder = (path: string, tree: string) => ({ path, mode: '040000', type: 'tree', sha: tree, url: `${api}/git/trees/${tree}` });
  if (call.query['recursive'] === undefined) {
    const entries = call.world.objects.trees.get(sha) ?? [];
    return ok({
      sha,
      url: `${api}/git/trees/${sha}`,
      tree: entries.map((entry) => (entry.mode === '040000' ? folder(entry.name, entry.sha) : file(entry.name, entry.mode, entry.sha))),
      truncated: false,
    });
  }
  const files = listTreeFiles(call.world.objects, sha);
  const all = [
    ...[...folders(files.keys())].map((path) => folder(path, folderSha(call, sha, path))),
    ...[...files].map(([path, entry]) => file(path, entry.mode, entry.sha)),
  ];
  const sorted = all.toSorted((left, right) => (left.path < right.path ? -1 : 1));
  return ok({ sha, url: `${api}/git/trees/${sha}`, tree: sorted.slice(0, treeLimit), truncated: sorted.length > treeLimit });
}

function folderSha(call: RepositoryCall, tree: string, path: string): string {
  return path.split('/').reduce((current, name) => call.world.objects.trees.get(current)?.find((entry) => entry.name === name)?.sha ?? current, tree);
}

function getBlob(call: RepositoryCall): Answer {
  const sha = call.params['file_sha'] ?? '';
  const bytes = call.world.objects.blobs.get(sha);
  if (bytes === undefined) throw notFound();
  if (/[.+]raw/.test(call.accept)) return { status: 200, bytes, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } };
  return ok({
    sha,
    node_id: nodeId('Blob', sha),
    size: bytes.length,
    url: `${repositoryApiUrl(call.world, call.repository)}/git/blobs/${sha}`,
    content: Buffer.from(bytes).toString('base64'),
    encoding: 'base64',
  });
}

function createRef(call: RepositoryCall): Answer {
  const { ref, sha } = call.body as { ref: string; sha: string };
  if (call.repository.refs.has(ref)) throw new ApiError(422, 'Reference already exists');
  if (!call.world.objects.commits.has(sha)) throw new ApiError(422, 'Object does not exist');
  push(call.world, call.actor, { repository: call.repository, ref, sha });
  return created(renderRef(call, ref, sha));
}

export const gitHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'git/get-ref': getRef,
  'git/list-matching-refs': (call) => {
    const wanted = `refs/${call.params['ref'] ?? ''}`;
    return ok([...call.repository.refs].filter(([ref]) => ref.startsWith(wanted)).map(([ref, sha]) => renderRef(call, ref, sha)));
  },
  'git/create-ref': createRef,
  'git/update-ref': (call) => {
    const ref = `refs/${call.params['ref'] ?? ''}`;
    const { sha } = call.body as { sha: string };
    if (!call.repository.refs.has(ref)) throw new ApiError(422, 'Reference does not exist');
    push(call.world, call.actor, { repository: call.repository, ref, sha });
    return ok(renderRef(call, ref, sha));
  },
  'git/get-commit': (call) => {
    const commit = call.world.objects.commits.get(call.params['commit_sha'] ?? '');
    if (commit === undefined) throw notFound();
    return ok(renderGitCommit(call.world, call.repository, commit));
  },
  'git/get-tree': getTree,
  'git/get-blob': getBlob,
};
