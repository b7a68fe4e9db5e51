import { ApiError, notFound } from '../records/api-error.ts';
import { findEntry } from '../git/tree-files.ts';
import type { TreeEntry } from '../git/object-store.ts';
import type { Json } from '../records/world.ts';
import { renderCommit } from '../render/commit.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from '../render/repository.ts';
import { resolveCommit, writeFiles } from '../state/commits.ts';
import { push } from '../state/push.ts';
import { ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';

function refOf(call: RepositoryCall): string {
  return call.query['ref'] ?? call.repository.defaultBranch;
}

function commitTree(call: RepositoryCall): string {
  if (!call.repository.refs.has(`refs/heads/${call.repository.defaultBranch}`)) throw new ApiError(404, 'This repository is empty.');
  try {
    return resolveCommit(call.world, call.repository, refOf(call)).tree;
  } catch {
    throw new ApiError(404, `No commit found for the ref ${refOf(call)}`);
  }
}

function renderEntry(call: RepositoryCall, path: string, entry: TreeEntry): Json {
  const api = repositoryApiUrl(call.world, call.repository);
  const html = repositoryHtmlUrl(call.world, call.repository);
  const folder = entry.mode === '040000';
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(refOf(call))}`;
  const git = `${api}/git/${folder ? 'trees' : 'blobs'}/${entry.sha}`;
  const page = `${html}/${folder ? 'tree' : 'blob'}/${refOf(call)}/${path}`;
  return {
    name: path.split('/').at(-1) ?? '',
    path,
    sha: entry.sha,
    size: folder ? 0 : (call.world.objects.blobs.get(entry.sha)?.length ?? 0),
    url,
    html_url: page,
    git_url: git,
    download_url: folder ? null : `${html}/raw/${refOf(call)}/${path}`,
    type: folder ? 'dir' : 'file',
    _links: { self: url, git, html: page },
  };
}

/** GitHub breaks base64 into lines of 60 characters; clients must cope. */
function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{60})/g, '$1\n');
}

function get(call: RepositoryCall): Answer {
  const path = (call.params['path'] ?? '').replaceAll(/^\/+|\/+$/g, '');
  const entry = findEntry(call.world.objects, commitTree(call), path);
  if (entry === null) throw notFound();
  if (entry.mode === '040000') {
    const children = call.world.objects.trees.get(entry.sha) ?? [];
    return ok(children.map((child) => renderEntry(call, path === '' ? child.name : `${path}/${child.name}`, child)));
  }
  const bytes = call.world.objects.blobs.get(entry.sha) ?? new Uint8Array();
  if (/[.+]raw/.test(call.accept)) return { status: 200, bytes, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } };
  // Above 1 MB GitHub gives no content in JSON.
  const large = bytes.length > 1_000_000;
  return ok({ ...renderEntry(call, path, entry), content: large ? '' : base64(bytes), encoding: large ? 'none' : 'base64' });
}

function currentSha(call: RepositoryCall, branch: string, path: string): string | null {
  const head = call.repository.refs.get(`refs/heads/${branch}`);
  const tree = head === undefined ? undefined : call.world.objects.commits.get(head)?.tree;
  return tree === undefined ? null : (findEntry(call.world.objects, tree, path)?.sha ?? null);
}

function write(call: RepositoryCall, content: Uint8Array | null): Answer {
  const path = call.params['path'] ?? '';
  const input = call.body as { message?: string; sha?: string; branch?: string };
  const branch = input.branch ?? call.query['branch'] ?? call.repository.defaultBranch;
  const before = currentSha(call, branch, path);
  if (before !== null && input.sha === undefined) throw new ApiError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (before !== null && before !== input.sha) throw new ApiError(409, `${path} does not match ${input.sha}`);
  if (before === null && content === null) throw notFound();
  const commit = writeFiles(call.world, call.actor.user, {
    parent: call.repository.refs.get(`refs/heads/${branch}`) ?? null,
    files: { [path]: content },
    message: input.message ?? '',
  });
  push(call.world, call.actor, { repository: call.repository, ref: `refs/heads/${branch}`, sha: commit.sha });
  const entry = findEntry(call.world.objects, commit.tree, path);
  const rendered = renderCommit(call.world, call.repository, commit);
  const short = {
    sha: commit.sha,
    node_id: rendered['node_id'],
    url: rendered['url'],
    html_url: rendered['html_url'],
    ...(rendered['commit'] as Json),
    parents: rendered['parents'],
  };
  return { status: before === null ? 201 : 200, body: { content: entry === null || content === null ? null : renderEntry(call, path, entry), commit: short } };
}

export const contentHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/get-content': get,
  'repos/create-or-update-file-contents': (call) => write(call, Buffer.from(String(call.body['content'] ?? ''), 'base64')),
  'repos/delete-file': (call) => write(call, null),
};
