import { ApiError, notFound } from '../records/api-error.ts';
import type { Artifact, WorkflowRun } from '../records/run.ts';
import { isExpired, renderArtifact, renderJob, renderRun, renderWorkflow } from '../render/run.ts';
import { ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginateUnder } from '../http/paginate.ts';

function runOf(call: RepositoryCall): WorkflowRun {
  const run = call.repository.runs.get(Number(call.params['run_id']));
  if (run === undefined) throw notFound();
  return run;
}

function artifactOf(call: RepositoryCall): Artifact {
  const artifact = call.repository.artifacts.get(Number(call.params['artifact_id']));
  if (artifact === undefined) throw notFound();
  return artifact;
}

function filterRuns(call: RepositoryCall, runs: Iterable<WorkflowRun>): WorkflowRun[] {
  const { head_sha: sha, status, event, branch, actor } = call.query;
  const found = [...runs].filter(
    (run) =>
      (sha === undefined || run.headSha === sha) &&
      (status === undefined || run.status === status || run.conclusion === status) &&
      (event === undefined || run.event === event) &&
      (branch === undefined || run.headBranch === branch) &&
      (actor === undefined || call.world.accounts.get(run.actorId)?.login === actor),
  );
  return found.toReversed();
}

function listRuns(call: RepositoryCall, runs: Iterable<WorkflowRun>): Answer {
  return paginateUnder(call, { key: 'workflow_runs', items: filterRuns(call, runs), render: (run) => renderRun(call.world, call.repository, run) });
}

function listJobs(call: RepositoryCall, attempt: number | 'all'): Answer {
  const run = runOf(call);
  const items = run.jobs.filter((job) => attempt === 'all' || job.attempt === attempt);
  return paginateUnder(call, { key: 'jobs', items, render: (job) => renderJob(call.world, call.repository, { run, job }) });
}

function listArtifacts(call: RepositoryCall, runId: number | null): Answer {
  const items = [...call.repository.artifacts.values()].filter(
    (artifact) => (runId === null || artifact.runId === runId) && (call.query['name'] === undefined || artifact.name === call.query['name']),
  );
  return paginateUnder(call, { key: 'artifacts', items: items.toReversed(), render: (artifact) => renderArtifact(call.world, call.repository, artifact) });
}

/** Answers with a link that lives one minute; 410 when the artifact's own time is over. */
function download(call: RepositoryCall): Answer {
  const artifact = artifactOf(call);
  if (call.params['archive_format'] !== 'zip') throw notFound();
  if (call.caller.kind === 'anonymous') throw new ApiError(401, 'Requires authentication');
  if (isExpired(call.world, artifact)) throw new ApiError(410, 'Artifact has expired');
  return { status: 302, headers: { location: call.services.artifactUrl(artifact.id) } };
}

function workflowOf(call: RepositoryCall): { readonly id: number } {
  const wanted = call.params['workflow_id'] ?? '';
  const found = [...call.repository.workflows.values()].find((workflow) => String(workflow.id) === wanted || workflow.path.endsWith(`/${wanted}`));
  if (found === undefined) throw notFound();
  return found;
}

function getWorkflow(call: RepositoryCall): Answer {
  const workflow = call.repository.workflows.get(workflowOf(call).id);
  if (workflow === undefined) throw notFound();
  return ok(renderWorkflow(call.world, call.repository, workflow));
}

function getJob(call: RepositoryCall): Answer {
  for (const run of call.repository.runs.values()) {
    const job = run.jobs.find((candidate) => candidate.id === Number(call.params['job_id']));
    if (job !== undefined) return ok(renderJob(call.world, call.repository, { run, job }));
  }
  throw notFound();
}

export const actionHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'actions/list-workflow-runs-for-repo': (call) => listRuns(call, call.repository.runs.values()),
  'actions/list-workflow-runs': (call) => {
    const { id } = workflowOf(call);
    return listRuns(
      call,
      [...call.repository.runs.values()].filter((run) => run.workflowId === id),
    );
  },
  'actions/get-workflow-run': (call) => ok(renderRun(call.world, call.repository, runOf(call))),
  'actions/get-workflow-run-attempt': (call) => {
    const run = runOf(call);
    const attempt = Number(call.params['attempt_number']);
    if (attempt < 1 || attempt > run.attempt) throw notFound();
    return ok({ ...renderRun(call.world, call.repository, run), run_attempt: attempt });
  },
  'actions/list-jobs-for-workflow-run': (call) => listJobs(call, call.query['filter'] === 'all' ? 'all' : runOf(call).attempt),
  'actions/list-jobs-for-workflow-run-attempt': (call) => listJobs(call, Number(call.params['attempt_number'])),
  'actions/get-job-for-workflow-run': getJob,
  'actions/list-workflow-run-artifacts': (call) => listArtifacts(call, runOf(call).id),
  'actions/list-artifacts-for-repo': (call) => listArtifacts(call, null),
  'actions/get-artifact': (call) => ok(renderArtifact(call.world, call.repository, artifactOf(call))),
  'actions/download-artifact': download,
  'actions/list-repo-workflows': (call) =>
    paginateUnder(call, {
      key: 'workflows',
      items: [...call.repository.workflows.values()],
      render: (workflow) => renderWorkflow(call.world, call.repository, workflow),
    }),
  'actions/get-workflow': getWorkflow,
};
