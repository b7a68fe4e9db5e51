import { ApiError, notFound } from '../records/api-error.ts';
import type { Repository } from '../records/repository.ts';
import type { WorkflowRun } from '../records/run.ts';
import type { Json } from '../records/world.ts';
import { appById } from '../records/find.ts';
import { renderUserById } from '../render/account.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from '../render/repository.ts';
import { renderDeployment } from '../render/run.ts';
import { answerGate } from '../state/deployments.ts';
import { noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';

type Environment = Repository['environments'] extends Map<string, infer E> ? E : never;

function runOf(call: RepositoryCall): WorkflowRun {
  const run = call.repository.runs.get(Number(call.params['run_id']));
  if (run === undefined) throw notFound();
  return run;
}

function renderEnvironment(call: RepositoryCall, environment: Environment): Json {
  const name = encodeURIComponent(environment.name);
  return {
    id: environment.id,
    node_id: `EN_${environment.id}`,
    name: environment.name,
    url: `${repositoryApiUrl(call.world, call.repository)}/environments/${name}`,
    html_url: `${repositoryHtmlUrl(call.world, call.repository)}/deployments/activity_log?environments_filter=${name}`,
    created_at: environment.createdAt,
    updated_at: environment.createdAt,
    protection_rules: [],
    deployment_branch_policy: null,
  };
}

function environmentOf(call: RepositoryCall): Environment {
  const found = call.repository.environments.get(call.params['environment_name'] ?? '');
  if (found === undefined) throw notFound();
  return found;
}

function protectionRules(call: RepositoryCall): Answer {
  const { guards } = environmentOf(call);
  const rules = guards.map((guard) => {
    const app = appById(call.world, guard.appId);
    return {
      id: guard.id,
      node_id: `DPR_${guard.id}`,
      enabled: true,
      app: { id: app.id, slug: app.slug, integration_url: `${call.world.urls.api}/apps/${app.slug}`, node_id: `A_${app.id}` },
    };
  });
  return ok({ total_count: rules.length, custom_deployment_protection_rules: rules });
}

/** Only an app answers, and only for its own rule. */
function review(call: RepositoryCall): Answer {
  if (call.caller.kind !== 'installation') throw new ApiError(403, 'Resource not accessible by personal access token');
  const body = call.body as { environment_name: string; state?: 'approved' | 'rejected'; comment?: string };
  answerGate(call.world, {
    run: runOf(call),
    appId: call.caller.app.id,
    environment: body.environment_name,
    comment: body.comment ?? '',
    ...(body.state === undefined ? {} : { state: body.state }),
  });
  return noContent;
}

/** A run that ended, cancelled or rejected, waits nowhere. */
function pending(call: RepositoryCall): Answer {
  const run = runOf(call);
  const gates = run.status === 'completed' ? [] : run.gates;
  const waiting = new Set(gates.filter((gate) => gate.state === 'waiting').map((gate) => gate.environment));
  const environments = [...waiting].flatMap((name) => call.repository.environments.get(name) ?? []);
  return ok(
    environments.map((environment) => {
      const { id, node_id, name, url, html_url } = renderEnvironment(call, environment);
      return { environment: { id, node_id, name, url, html_url }, wait_timer: 0, wait_timer_started_at: null, current_user_can_approve: false, reviewers: [] };
    }),
  );
}

function approvals(call: RepositoryCall): Answer {
  const decided = runOf(call).gates.filter((gate) => gate.state !== 'waiting');
  return ok(
    decided.map((gate) => {
      const environment = call.repository.environments.get(gate.environment);
      const bot = appById(call.world, gate.appId).botId;
      return {
        environments: environment === undefined ? [] : [renderEnvironment(call, environment)],
        state: gate.state,
        user: renderUserById(call.world, bot),
        comment: gate.comment,
      };
    }),
  );
}

export const deploymentHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/list-deployments': (call) => {
    const { sha, ref, environment } = call.query;
    const found = [...call.repository.deployments.values()].filter(
      (one) =>
        (sha === undefined || one.sha === sha) && (ref === undefined || one.ref === ref) && (environment === undefined || one.environment === environment),
    );
    return paginate(call, found.toReversed(), (one) => renderDeployment(call.world, call.repository, one));
  },
  'repos/get-deployment': (call) => {
    const found = call.repository.deployments.get(Number(call.params['deployment_id']));
    if (found === undefined) throw notFound();
    return ok(renderDeployment(call.world, call.repository, found));
  },
  'repos/get-all-environments': (call) => {
    const all = [...call.repository.environments.values()];
    return ok({ total_count: all.length, environments: all.map((environment) => renderEnvironment(call, environment)) });
  },
  'repos/get-environment': (call) => ok(renderEnvironment(call, environmentOf(call))),
  'repos/get-all-deployment-protection-rules': protectionRules,
  'actions/review-custom-gates-for-run': review,
  'actions/get-pending-deployments-for-run': pending,
  'actions/get-reviews-for-run': approvals,
};
