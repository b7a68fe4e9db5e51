import { invalid } from '../records/api-error.ts';
import type { CommitStatus } from '../records/checks.ts';
import { renderStatus } from '../render/checks.ts';
import { renderMinimalRepository, repositoryApiUrl } from '../render/repository.ts';
import { resolveCommit } from '../state/commits.ts';
import { announce } from '../webhooks/announce.ts';
import { renderCommit } from '../render/commit.ts';
import { created, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';

const perContext = 1000;

function create(call: RepositoryCall): Answer {
  const { world, repository, actor } = call;
  const body = call.body as { state: string; context?: string; description?: string | null; target_url?: string | null };
  const commit = resolveCommit(world, repository, call.params['sha'] ?? '');
  const context = body.context ?? 'default';
  const twins = repository.statuses.filter((status) => status.sha === commit.sha && status.context.toLowerCase() === context.toLowerCase());
  if (twins.length >= perContext)
    throw invalid({ resource: 'Status', code: 'custom', field: 'context', message: `This SHA and context has reached the maximum number of statuses.` });
  const status: CommitStatus = {
    id: world.nextId('status'),
    sha: commit.sha,
    state: body.state,
    context,
    description: body.description ?? null,
    targetUrl: body.target_url ?? null,
    creatorId: actor.user.id,
    createdAt: world.now(),
  };
  repository.statuses.push(status);
  const branches = [...repository.refs]
    .filter(([ref, sha]) => ref.startsWith('refs/heads/') && sha === commit.sha)
    .map(([ref, sha]) => ({
      name: ref.slice('refs/heads/'.length),
      commit: { sha, url: `${repositoryApiUrl(world, repository)}/commits/${sha}` },
      protected: false,
    }));
  const { id, sha, state, description, targetUrl, createdAt } = status;
  announce(world, actor, {
    repository,
    event: 'status',
    action: null,
    body: {
      id,
      sha,
      name: repository.name,
      target_url: targetUrl,
      avatar_url: null,
      context,
      description,
      state,
      commit: renderCommit(world, repository, commit),
      branches,
      created_at: createdAt,
      updated_at: createdAt,
    },
  });
  return created(renderStatus(world, repository, status));
}

function statusesOf(call: RepositoryCall): CommitStatus[] {
  const { sha } = resolveCommit(call.world, call.repository, call.params['ref'] ?? '');
  return call.repository.statuses.filter((status) => status.sha === sha).toReversed();
}

/** The newest of each context, whatever its capitals. */
function combined(call: RepositoryCall): Answer {
  const { sha } = resolveCommit(call.world, call.repository, call.params['ref'] ?? '');
  const newest = new Map<string, CommitStatus>();
  for (const status of statusesOf(call)) if (!newest.has(status.context.toLowerCase())) newest.set(status.context.toLowerCase(), status);
  const statuses = [...newest.values()];
  const state = statuses.some((status) => status.state === 'failure' || status.state === 'error')
    ? 'failure'
    : statuses.length === 0 || statuses.some((status) => status.state === 'pending')
      ? 'pending'
      : 'success';
  const api = repositoryApiUrl(call.world, call.repository);
  const simple = statuses.map((status) => {
    const { creator: _creator, ...rest } = renderStatus(call.world, call.repository, status);
    return rest;
  });
  return ok({
    state,
    statuses: simple,
    sha,
    total_count: statuses.length,
    repository: renderMinimalRepository(call.world, call.repository),
    commit_url: `${api}/commits/${sha}`,
    url: `${api}/commits/${sha}/status`,
  });
}

export const statusHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/create-commit-status': create,
  'repos/get-combined-status-for-ref': combined,
  'repos/list-commit-statuses-for-ref': (call) => paginate(call, statusesOf(call), (status) => renderStatus(call.world, call.repository, status)),
};
