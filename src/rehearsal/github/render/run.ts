import { accountById } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { Artifact, Deployment, Job, Workflow, WorkflowRun } from '../records/run.ts';
import type { Json, World } from '../records/world.ts';
import { renderUserById } from './account.ts';
import { renderSimpleCommit } from './commit.ts';
import { nodeId } from './node-id.ts';
import { renderPullReferences } from './pull.ts';
import { renderMinimalRepository, repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

export function renderWorkflow(world: World, repository: Repository, workflow: Workflow): Json {
  const html = repositoryHtmlUrl(world, repository);
  return {
    id: workflow.id,
    node_id: nodeId('Workflow', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: `${repositoryApiUrl(world, repository)}/actions/workflows/${workflow.id}`,
    html_url: `${html}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${html}/workflows/${workflow.id}/badge.svg`,
  };
}

export function renderRun(world: World, repository: Repository, run: WorkflowRun): Json {
  const api = repositoryApiUrl(world, repository);
  const url = `${api}/actions/runs/${run.id}`;
  const head = world.repositories.get(run.headRepositoryId) ?? repository;
  const commit = world.objects.commits.get(run.headSha);
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: run.name,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.name,
    run_number: run.number,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflowId,
    check_suite_id: run.suiteId,
    check_suite_node_id: nodeId('CheckSuite', run.suiteId),
    url,
    html_url: `${repositoryHtmlUrl(world, repository)}/actions/runs/${run.id}`,
    // GitHub never lists pull requests that come from a fork.
    pull_requests: run.headRepositoryId === repository.id ? renderPullReferences(world, repository, run.headSha) : [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.runStartedAt,
    run_attempt: run.attempt,
    actor: renderUserById(world, run.actorId),
    triggering_actor: renderUserById(world, run.actorId),
    referenced_workflows: run.referencedWorkflows,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${run.suiteId}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${run.workflowId}`,
    head_commit: commit === undefined ? null : renderSimpleCommit(commit),
    repository: renderMinimalRepository(world, repository),
    head_repository: renderMinimalRepository(world, head),
  };
}

export function renderJob(world: World, repository: Repository, input: { run: WorkflowRun; job: Job }): Json {
  const { run, job } = input;
  const api = repositoryApiUrl(world, repository);
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.name,
    head_branch: run.headBranch,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: job.attempt,
    node_id: nodeId('CheckRun', job.checkRunId),
    head_sha: run.headSha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${repositoryHtmlUrl(world, repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: [],
    check_run_url: `${api}/check-runs/${job.checkRunId}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'runner',
    runner_group_id: 1,
    runner_group_name: 'Default',
  };
}

export function isExpired(world: World, artifact: Artifact): boolean {
  return Date.parse(world.now()) >= Date.parse(artifact.expiresAt);
}

export function renderArtifact(world: World, repository: Repository, artifact: Artifact): Json {
  const url = `${repositoryApiUrl(world, repository)}/actions/artifacts/${artifact.id}`;
  const run = repository.runs.get(artifact.runId);
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: isExpired(world, artifact),
    created_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    updated_at: artifact.createdAt,
    digest: artifact.digest,
    workflow_run:
      run === undefined
        ? null
        : { id: run.id, repository_id: repository.id, head_repository_id: run.headRepositoryId, head_branch: run.headBranch, head_sha: run.headSha },
  };
}

export function renderDeployment(world: World, repository: Repository, deployment: Deployment): Json {
  const url = `${repositoryApiUrl(world, repository)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    task: 'deploy',
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: null,
    created_at: deployment.createdAt,
    updated_at: deployment.createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryApiUrl(world, repository),
    creator: renderUserById(world, accountById(world, deployment.creatorId).id),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: {},
    transient_environment: false,
    production_environment: deployment.environment === 'production',
    performed_via_github_app: null,
  };
}
