import type { CheckRun, CheckSuite, CommitStatus } from '../records/checks.ts';
import { accountById, suiteById } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderAppById, renderUserById } from './account.ts';
import { renderSimpleCommit } from './commit.ts';
import { nodeId } from './node-id.ts';
import { renderPullReferences } from './pull.ts';
import { renderMinimalRepository, repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';
import { staleAfter } from './stale-after.ts';

export function renderCheckRun(world: World, repository: Repository, run: CheckRun): Json {
  const url = `${repositoryApiUrl(world, repository)}/check-runs/${run.id}`;
  const stale = staleAfter(run, world.now());
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${repositoryHtmlUrl(world, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${repositoryHtmlUrl(world, repository)}/runs/${run.id}`,
    status: stale ? 'completed' : run.status,
    conclusion: stale ? 'stale' : run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: run.suiteId },
    app: renderAppById(world, run.appId),
    pull_requests: renderPullReferences(world, repository, run.headSha),
  };
}

/** The check run inside a webhook carries its whole suite. */
export function renderCheckRunWithSuite(world: World, repository: Repository, run: CheckRun): Json {
  return { ...renderCheckRun(world, repository, run), check_suite: renderCheckSuite(world, repository, suiteById(repository, run.suiteId)) };
}

export function renderCheckSuite(world: World, repository: Repository, suite: CheckSuite): Json {
  const url = `${repositoryApiUrl(world, repository)}/check-suites/${suite.id}`;
  const runs = [...repository.checkRuns.values()].filter((run) => run.suiteId === suite.id);
  const commit = world.objects.commits.get(suite.headSha);
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: suite.status,
    conclusion: suite.conclusion,
    url,
    before: commit?.parents[0] ?? null,
    after: suite.headSha,
    pull_requests: renderPullReferences(world, repository, suite.headSha),
    app: renderAppById(world, suite.appId),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
    head_commit: commit === undefined ? null : renderSimpleCommit(commit),
  };
}

export function renderCheckSuiteWithRepository(world: World, repository: Repository, suite: CheckSuite): Json {
  return { ...renderCheckSuite(world, repository, suite), repository: renderMinimalRepository(world, repository) };
}

export function renderStatus(world: World, repository: Repository, status: CommitStatus): Json {
  return {
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    url: `${repositoryApiUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: `${world.urls.html}/avatars/${status.creatorId}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: renderUserById(world, accountById(world, status.creatorId).id),
  };
}
