import { accountById } from '../records/find.ts';
import type { Permissions } from '../records/account.ts';
import type { Repository } from '../records/repository.ts';
import type { WorkflowRun } from '../records/run.ts';
import type { World } from '../records/world.ts';
import { signJobToken } from './job-token.ts';

export interface JobEnvironmentInput {
  readonly repository: Repository;
  readonly run: WorkflowRun;
  readonly job?: string;
  /** What the workflow grants: `id-token: write` gives the job an identity. */
  readonly permissions?: Permissions;
  /** The commit that is checked out; the merge commit in runs for pull requests. */
  readonly sha?: string;
  readonly ref?: string;
  /** Where the job's steps come from, if from a reusable workflow: `owner/repo/.github/workflows/x.yml@ref`. */
  readonly jobWorkflowRef?: string;
}

/** The variables that a runner gives the steps of a job. A fork's run never gets an identity, whatever its workflow asks for. */
export function jobEnvironment(world: World, input: JobEnvironmentInput): Record<string, string> {
  const { repository, run } = input;
  const owner = accountById(world, repository.ownerId);
  const name = `${owner.login}/${repository.name}`;
  const { sha = run.headSha, ref = `refs/heads/${run.headBranch}`, job = 'test', jobWorkflowRef } = input;
  const claims = { repositoryId: repository.id, runId: run.id, attempt: run.attempt, job, sha, ref, ...(jobWorkflowRef ? { jobWorkflowRef } : {}) };
  const fork = run.headRepositoryId !== repository.id && run.event === 'pull_request';
  const identity = input.permissions?.['id-token'] === 'write' && !fork;
  return {
    ACTIONS_RUNTIME_TOKEN: signJobToken({ ...claims, use: 'results' }),
    ACTIONS_RESULTS_URL: `${world.urls.api}/`,
    ...(identity
      ? {
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: signJobToken({ ...claims, use: 'identity' }),
          ACTIONS_ID_TOKEN_REQUEST_URL: `${world.urls.api}/_identity/token?api-version=2.0`,
        }
      : {}),
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: world.urls.api,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: name,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: owner.login,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.number),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_EVENT_NAME: run.event,
    GITHUB_JOB: job,
    GITHUB_SHA: sha,
    GITHUB_REF: ref,
    GITHUB_WORKFLOW_REF: `${name}/${run.path}@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_RETENTION_DAYS: '90',
  };
}
