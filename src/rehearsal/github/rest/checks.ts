import { ApiError, notFound } from '../records/api-error.ts';
import type { AppRecord } from '../records/account.ts';
import type { CheckRun } from '../records/checks.ts';
import { suiteById } from '../records/find.ts';
import { renderCheckRun, renderCheckSuiteWithRepository } from '../render/checks.ts';
import { repositoryApiUrl } from '../render/repository.ts';
import { createCheckRun, ensureSuite, rerequestRun, rerequestSuite, updateCheckRun } from '../state/checks.ts';
import type { CheckInput } from '../state/check-output.ts';
import { resolveCommit } from '../state/commits.ts';
import { created, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate, paginateUnder } from '../http/paginate.ts';

function appOf(call: RepositoryCall): AppRecord {
  if (call.caller.kind === 'installation' || call.caller.kind === 'actions') return call.caller.app;
  throw new ApiError(403, 'You must authenticate via a GitHub App.');
}

function runOf(call: RepositoryCall): CheckRun {
  const run = call.repository.checkRuns.get(Number(call.params['check_run_id']));
  if (run === undefined) throw notFound();
  return run;
}

function create(call: RepositoryCall): Answer {
  const fields: CheckInput = call.body;
  const run = createCheckRun(call.world, call.actor, {
    repository: call.repository,
    app: appOf(call),
    name: String(call.body['name']),
    headSha: String(call.body['head_sha']),
    fields,
  });
  return created(renderCheckRun(call.world, call.repository, run));
}

function update(call: RepositoryCall): Answer {
  const run = runOf(call);
  // An app changes only runs of its own.
  if (run.appId !== appOf(call).id)
    throw new ApiError(403, 'Invalid app_id `' + appOf(call).id + '` - check run can only be modified by the GitHub App that created it.');
  const body = call.body as CheckInput & { name?: string };
  updateCheckRun(call.world, call.actor, { repository: call.repository, run, fields: body, ...(body.name === undefined ? {} : { name: body.name }) });
  return ok(renderCheckRun(call.world, call.repository, run));
}

/** `latest` keeps the newest run of a name in each suite; two apps with one name stay two. */
function latest(runs: readonly CheckRun[]): CheckRun[] {
  return runs.filter((run) => !runs.some((other) => other.suiteId === run.suiteId && other.name === run.name && other.id > run.id));
}

function listRuns(call: RepositoryCall, candidates: readonly CheckRun[]): Answer {
  const { check_name: name, app_id: app, status, filter = 'latest' } = call.query;
  const found = candidates.filter(
    (run) => (name === undefined || run.name === name) && (app === undefined || run.appId === Number(app)) && (status === undefined || run.status === status),
  );
  const items = (filter === 'all' ? found : latest(found)).toSorted((left, right) => right.id - left.id);
  return paginateUnder(call, { key: 'check_runs', items, render: (run) => renderCheckRun(call.world, call.repository, run) });
}

function listSuites(call: RepositoryCall): Answer {
  const { sha } = resolveCommit(call.world, call.repository, call.params['ref'] ?? '');
  const { app_id: app, check_name: name } = call.query;
  const items = [...call.repository.checkSuites.values()].filter((suite) => {
    if (suite.headSha !== sha || (app !== undefined && suite.appId !== Number(app))) return false;
    return name === undefined || [...call.repository.checkRuns.values()].some((run) => run.suiteId === suite.id && run.name === name);
  });
  return paginateUnder(call, { key: 'check_suites', items, render: (suite) => renderCheckSuiteWithRepository(call.world, call.repository, suite) });
}

export const checkHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'checks/create': create,
  'checks/get': (call) => ok(renderCheckRun(call.world, call.repository, runOf(call))),
  'checks/update': update,
  'checks/list-annotations': (call) => {
    const blob = `${repositoryApiUrl(call.world, call.repository)}/git/blobs/${runOf(call).headSha}`;
    return paginate(call, runOf(call).annotations, (annotation) => ({ ...annotation, blob_href: blob }));
  },
  'checks/rerequest-run': (call) => {
    rerequestRun(call.world, call.actor, { repository: call.repository, run: runOf(call) });
    return created({});
  },
  'checks/list-for-ref': (call) => {
    const { sha } = resolveCommit(call.world, call.repository, call.params['ref'] ?? '');
    return listRuns(
      call,
      [...call.repository.checkRuns.values()].filter((run) => run.headSha === sha),
    );
  },
  'checks/list-suites-for-ref': listSuites,
  'checks/get-suite': (call) =>
    ok(renderCheckSuiteWithRepository(call.world, call.repository, suiteById(call.repository, Number(call.params['check_suite_id'])))),
  'checks/create-suite': (call) => {
    const suite = ensureSuite(call.world, { repository: call.repository, appId: appOf(call).id, headSha: String(call.body['head_sha']) });
    return created(renderCheckSuiteWithRepository(call.world, call.repository, suite));
  },
  'checks/list-for-suite': (call) => {
    const suite = suiteById(call.repository, Number(call.params['check_suite_id']));
    return listRuns(
      call,
      [...call.repository.checkRuns.values()].filter((run) => run.suiteId === suite.id),
    );
  },
  'checks/rerequest-suite': (call) => {
    rerequestSuite(call.world, call.actor, { repository: call.repository, suite: suiteById(call.repository, Number(call.params['check_suite_id'])) });
    return created({});
  },
};
