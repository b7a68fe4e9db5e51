import type { Actor } from '../records/account.ts';
import { ApiError, invalid, notFound } from '../records/api-error.ts';
import type { Repository } from '../records/repository.ts';
import type { Deployment, DeploymentGate, WorkflowRun } from '../records/run.ts';
import type { World } from '../records/world.ts';
import { renderPullReferences } from '../render/pull.ts';
import { repositoryApiUrl } from '../render/repository.ts';
import { renderDeployment, renderRun } from '../render/run.ts';
import { announce } from '../webhooks/announce.ts';

const reportLimit = 10;
const commentLimit = 1024;

/** Puts an app on guard before an environment, as an administrator does in the settings. */
export function guardEnvironment(world: World, input: { repository: Repository; environment: string; appId: number }): void {
  const { repository, environment, appId } = input;
  const known = repository.environments.get(environment) ?? { id: world.nextId('environment'), name: environment, guards: [], createdAt: world.now() };
  if (known.guards.length >= 6)
    throw invalid({ resource: 'Environment', code: 'custom', field: 'deployment_protection_rules', message: 'an environment has at most 6 rules' });
  if (!known.guards.some((guard) => guard.appId === appId)) known.guards.push({ id: world.nextId('guard'), appId });
  repository.environments.set(environment, known);
}

/** A run reaches a guarded environment: it waits, and every guarding app is asked. */
export function requestDeployment(world: World, actor: Actor, input: { repository: Repository; run: WorkflowRun; environment: string }): Deployment {
  const { repository, run, environment } = input;
  const deployment: Deployment = {
    id: world.nextId('deployment'),
    sha: run.headSha,
    ref: run.headBranch,
    environment,
    creatorId: actor.user.id,
    createdAt: world.now(),
  };
  repository.deployments.set(deployment.id, deployment);
  for (const guard of repository.environments.get(environment)?.guards ?? []) {
    run.status = 'waiting';
    run.gates.push({ environment, deploymentId: deployment.id, appId: guard.appId, state: 'waiting', comment: '', reports: [], createdAt: world.now() });
    announce(world, actor, {
      repository,
      event: 'deployment_protection_rule',
      action: 'requested',
      onlyAppId: guard.appId,
      body: {
        environment,
        event: run.event,
        sha: run.headSha,
        ref: run.headBranch,
        deployment_callback_url: `${repositoryApiUrl(world, repository)}/actions/runs/${run.id}/deployment_protection_rule`,
        deployment: renderDeployment(world, repository, deployment),
        pull_requests: renderPullReferences(world, repository, run.headSha),
        workflow_run: renderRun(world, repository, run),
      },
    });
  }
  return deployment;
}

/** An app answers for its own rule: a decision is final, a report without one may come ten times. */
export function answerGate(
  world: World,
  input: { run: WorkflowRun; appId: number; environment: string; state?: 'approved' | 'rejected'; comment: string },
): DeploymentGate {
  const { run, appId, environment, state, comment } = input;
  // Of several attempts of the run the last one is meant.
  const gate = run.gates.findLast((candidate) => candidate.environment === environment && candidate.appId === appId);
  if (gate === undefined) throw notFound();
  if (comment.length > commentLimit)
    throw invalid({
      resource: 'DeploymentProtectionRule',
      code: 'custom',
      field: 'comment',
      message: `comment is too long (maximum is ${commentLimit} characters)`,
    });
  if (gate.state !== 'waiting') throw new ApiError(422, 'This deployment protection rule has already been reviewed');
  if (state === undefined && gate.reports.length >= reportLimit) throw new ApiError(422, `At most ${reportLimit} status reports can be sent for a deployment`);
  if (state === undefined) {
    gate.reports.push(comment);
    return gate;
  }
  gate.state = state;
  gate.comment = comment;
  if (run.gates.every((other) => other.state !== 'waiting')) run.status = run.gates.some((other) => other.state === 'rejected') ? 'completed' : 'in_progress';
  if (state === 'rejected') run.conclusion = 'failure';
  run.updatedAt = world.now();
  return gate;
}
