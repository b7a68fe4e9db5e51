import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { Actor } from '../records/account.ts';
import { appById } from '../records/find.ts';
import { ApiError } from '../records/api-error.ts';
import type { Repository } from '../records/repository.ts';
import type { Artifact, Job, Workflow, WorkflowRun } from '../records/run.ts';
import type { World } from '../records/world.ts';
import { renderRun, renderWorkflow } from '../render/run.ts';
import { announce } from '../webhooks/announce.ts';
import { createCheckRun, createSuite, updateCheckRun } from './checks.ts';

/** All workflow jobs report as GitHub's own Actions app. */
export const actionsAppId = 15_368;

export interface RunInput {
  readonly path: string;
  readonly name?: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository?: Repository;
  readonly jobs?: readonly string[];
  readonly referencedWorkflows?: readonly { readonly path: string; readonly sha: string; readonly ref?: string }[];
}

function ensureWorkflow(world: World, input: { repository: Repository; path: string; name?: string }): Workflow {
  const known = [...input.repository.workflows.values()].find((workflow) => workflow.path === input.path);
  if (known !== undefined) return known;
  const workflow: Workflow = {
    id: world.nextId('workflow'),
    path: input.path,
    name: input.name ?? input.path.replace(/^.*\//, '').replace(/\.ya?ml$/, ''),
    createdAt: world.now(),
  };
  input.repository.workflows.set(workflow.id, workflow);
  return workflow;
}

export function startRun(world: World, actor: Actor, input: { repository: Repository; run: RunInput }): WorkflowRun {
  const { repository } = input;
  const workflow = ensureWorkflow(world, { repository, path: input.run.path, ...(input.run.name === undefined ? {} : { name: input.run.name }) });
  const suite = createSuite(world, { repository, appId: actionsAppId, headSha: input.run.headSha });
  repository.counters.run += 1;
  const now = world.now();
  const run: WorkflowRun = {
    id: world.nextId('run'),
    number: repository.counters.run,
    workflowId: workflow.id,
    path: workflow.path,
    name: workflow.name,
    event: input.run.event,
    headSha: input.run.headSha,
    headBranch: input.run.headBranch,
    headRepositoryId: input.run.headRepository?.id ?? repository.id,
    suiteId: suite.id,
    actorId: actor.user.id,
    attempt: 1,
    status: 'in_progress',
    conclusion: null,
    createdAt: now,
    updatedAt: now,
    runStartedAt: now,
    jobs: [],
    referencedWorkflows: input.run.referencedWorkflows ?? [],
    gates: [],
  };
  repository.runs.set(run.id, run);
  announceRun(world, actor, { repository, run, action: 'requested' });
  announceRun(world, actor, { repository, run, action: 'in_progress' });
  for (const name of input.run.jobs ?? ['build']) startJob(world, actor, { repository, run, name });
  return run;
}

function startJob(world: World, actor: Actor, input: { repository: Repository; run: WorkflowRun; name: string }): void {
  const { repository, run, name } = input;
  const check = createCheckRun(world, actor, {
    repository,
    app: appById(world, actionsAppId),
    name,
    headSha: run.headSha,
    fields: { status: 'in_progress' },
    suiteId: run.suiteId,
  });
  const job: Job = {
    id: check.id,
    runId: run.id,
    attempt: run.attempt,
    name,
    status: 'in_progress',
    conclusion: null,
    startedAt: world.now(),
    completedAt: null,
    checkRunId: check.id,
  };
  run.jobs.push(job);
}

/** Starts a new attempt; GitHub does not send `requested` for it. */
export function rerun(world: World, actor: Actor, input: { repository: Repository; run: WorkflowRun; jobs?: readonly string[] }): void {
  const { repository, run } = input;
  const last = run.jobs.filter((job) => job.attempt === run.attempt);
  run.attempt += 1;
  run.status = 'in_progress';
  run.conclusion = null;
  run.runStartedAt = world.now();
  announceRun(world, actor, { repository, run, action: 'in_progress' });
  for (const name of input.jobs ?? last.map((job) => job.name)) startJob(world, actor, { repository, run, name });
}

export function finishRun(world: World, actor: Actor, input: { repository: Repository; run: WorkflowRun; conclusion: string }): void {
  const { repository, run, conclusion } = input;
  for (const job of run.jobs.filter((candidate) => candidate.attempt === run.attempt && candidate.status !== 'completed')) {
    Object.assign(job, { status: 'completed', conclusion, completedAt: world.now() });
    const check = repository.checkRuns.get(job.checkRunId);
    if (check !== undefined) updateCheckRun(world, actor, { repository, run: check, fields: { conclusion } });
  }
  Object.assign(run, { status: 'completed', conclusion, updatedAt: world.now() });
  announceRun(world, actor, { repository, run, action: 'completed' });
}

function announceRun(world: World, actor: Actor, input: { repository: Repository; run: WorkflowRun; action: string }): void {
  const { repository, run, action } = input;
  const workflow = repository.workflows.get(run.workflowId);
  announce(world, actor, {
    repository,
    event: 'workflow_run',
    action,
    body: { workflow_run: renderRun(world, repository, run), workflow: workflow === undefined ? null : renderWorkflow(world, repository, workflow) },
  });
}

/** Uploads files as one zip. A name can be used once in an attempt; `overwrite` removes the old one, and the new has another id. */
export function uploadArtifact(
  world: World,
  input: {
    repository: Repository;
    run: WorkflowRun;
    name: string;
    files: Readonly<Record<string, string | Uint8Array>>;
    overwrite?: boolean;
    retentionDays?: number;
    zip?: Uint8Array;
  },
): Artifact {
  const { repository, run, name, files, retentionDays = 90 } = input;
  const twin = [...repository.artifacts.values()].find((artifact) => artifact.runId === run.id && artifact.attempt === run.attempt && artifact.name === name);
  if (twin !== undefined && input.overwrite !== true) throw new ApiError(409, 'an artifact with this name already exists on the workflow run');
  if (twin !== undefined) repository.artifacts.delete(twin.id);
  const contents = Object.fromEntries(Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content]));
  // A fixed time keeps the bytes, and so the digest, the same from run to run.
  const zip = input.zip ?? zipSync(contents, { mtime: '2026-01-01T00:00:00Z' });
  const now = world.now();
  const artifact: Artifact = {
    id: world.nextId('artifact'),
    runId: run.id,
    attempt: run.attempt,
    name,
    zip,
    digest: `sha256:${createHash('sha256').update(zip).digest('hex')}`,
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + retentionDays * 86_400_000).toISOString().replace('.000Z', 'Z'),
  };
  repository.artifacts.set(artifact.id, artifact);
  return artifact;
}
