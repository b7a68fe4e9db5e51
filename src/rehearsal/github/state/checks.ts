import type { Actor, AppRecord } from '../records/account.ts';
import { invalid } from '../records/api-error.ts';
import type { CheckAnnotation, CheckRun, CheckSuite } from '../records/checks.ts';
import { suiteById } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { renderCheckRunWithSuite, renderCheckSuite } from '../render/checks.ts';
import { announce } from '../webhooks/announce.ts';
import { checkConclusions, combineConclusions, readOutput } from './check-output.ts';
import type { CheckInput } from './check-output.ts';

/** One suite for each app and commit; GitHub makes it on push, and here also when the first run comes. */
export function ensureSuite(world: World, input: SuiteInput): CheckSuite {
  const known = [...input.repository.checkSuites.values()].find((suite) => suite.appId === input.appId && suite.headSha === input.headSha);
  return known ?? createSuite(world, input);
}

interface SuiteInput {
  readonly repository: Repository;
  readonly appId: number;
  readonly headSha: string;
}

/** A suite of its own, as each workflow run has one. */
export function createSuite(world: World, { repository, appId, headSha }: SuiteInput): CheckSuite {
  const branch = [...repository.refs].find(([ref, sha]) => sha === headSha && ref.startsWith('refs/heads/'));
  const suite: CheckSuite = {
    id: world.nextId('suite'),
    appId,
    headSha,
    headBranch: branch?.[0].slice('refs/heads/'.length) ?? null,
    status: 'queued',
    conclusion: null,
    createdAt: world.now(),
    updatedAt: world.now(),
  };
  repository.checkSuites.set(suite.id, suite);
  return suite;
}

export function createCheckRun(
  world: World,
  actor: Actor,
  input: { repository: Repository; app: AppRecord; name: string; headSha: string; fields: CheckInput; suiteId?: number },
): CheckRun {
  const { repository, app, name, headSha, fields } = input;
  if (!world.objects.commits.has(headSha))
    throw invalid({ resource: 'CheckRun', code: 'custom', field: 'head_sha', message: `No commit found for SHA: ${headSha}` });
  const state = checkConclusions(fields);
  const output = readOutput(fields.output);
  const suite = input.suiteId === undefined ? ensureSuite(world, { repository, appId: app.id, headSha }) : suiteById(repository, input.suiteId);
  const now = world.now();
  const run: CheckRun = {
    id: world.nextId('check'),
    suiteId: suite.id,
    appId: app.id,
    name,
    headSha,
    status: state.status ?? 'queued',
    conclusion: state.conclusion ?? null,
    externalId: fields.external_id ?? '',
    detailsUrl: fields.details_url ?? null,
    startedAt: fields.started_at ?? now,
    completedAt: state.status === 'completed' ? (fields.completed_at ?? now) : null,
    output: { title: output?.title ?? null, summary: output?.summary ?? null, text: output?.text ?? null },
    annotations: [...(output?.annotations ?? [])],
    actions: fields.actions ?? [],
    createdAt: now,
  };
  repository.checkRuns.set(run.id, run);
  announceRun(world, actor, { repository, run, action: 'created' });
  if (run.status === 'completed') announceRun(world, actor, { repository, run, action: 'completed' });
  settleSuite(world, actor, { repository, suite });
  return run;
}

export function updateCheckRun(world: World, actor: Actor, input: { repository: Repository; run: CheckRun; name?: string; fields: CheckInput }): CheckRun {
  const { repository, run, name, fields } = input;
  const state = checkConclusions(fields);
  const output = readOutput(fields.output);
  const wasCompleted = run.status === 'completed';
  run.name = name ?? run.name;
  run.externalId = fields.external_id ?? run.externalId;
  run.detailsUrl = fields.details_url ?? run.detailsUrl;
  run.startedAt = fields.started_at ?? run.startedAt;
  run.actions = fields.actions ?? run.actions;
  if (output !== undefined) {
    run.output = { title: output.title ?? run.output.title, summary: output.summary ?? run.output.summary, text: output.text ?? run.output.text };
    // Each update adds its annotations to those that are there.
    run.annotations.push(...(output.annotations satisfies readonly CheckAnnotation[]));
  }
  if (state.status !== undefined) {
    run.status = state.status;
    run.conclusion = state.conclusion ?? null;
    run.completedAt = state.status === 'completed' ? (fields.completed_at ?? world.now()) : null;
  }
  if (state.status === 'completed' && !wasCompleted) announceRun(world, actor, { repository, run, action: 'completed' });
  settleSuite(world, actor, { repository, suite: suiteById(repository, run.suiteId) });
  return run;
}

function announceRun(world: World, actor: Actor, input: { repository: Repository; run: CheckRun; action: string }): void {
  const { repository, run, action } = input;
  announce(world, actor, { repository, event: 'check_run', action, body: { check_run: renderCheckRunWithSuite(world, repository, run) } });
}

function settleSuite(world: World, actor: Actor, input: { repository: Repository; suite: CheckSuite }): void {
  const { repository, suite } = input;
  const runs = [...repository.checkRuns.values()].filter((run) => run.suiteId === suite.id);
  const done = runs.every((run) => run.status === 'completed');
  const before = `${suite.status}/${suite.conclusion}`;
  suite.status = done ? 'completed' : 'in_progress';
  suite.conclusion = done ? combineConclusions(runs.map((run) => run.conclusion ?? 'neutral')) : null;
  suite.updatedAt = world.now();
  if (done && before !== `${suite.status}/${suite.conclusion}`) announceSuite(world, actor, { repository, suite, action: 'completed' });
}

export function announceSuite(world: World, actor: Actor, input: { repository: Repository; suite: CheckSuite; action: string; onlyAppId?: number }): void {
  const { repository, suite, action, onlyAppId } = input;
  announce(world, actor, {
    repository,
    event: 'check_suite',
    action,
    body: { check_suite: renderCheckSuite(world, repository, suite) },
    ...(onlyAppId === undefined ? {} : { onlyAppId }),
  });
}

/** Asks the owning app to run again. The suite starts anew; the run itself stays as it is until its app changes it. */
export function rerequestRun(world: World, actor: Actor, input: { repository: Repository; run: CheckRun }): void {
  const { repository, run } = input;
  const suite = suiteById(repository, run.suiteId);
  suite.status = 'queued';
  suite.conclusion = null;
  announce(world, actor, {
    repository,
    event: 'check_run',
    action: 'rerequested',
    body: { check_run: renderCheckRunWithSuite(world, repository, run) },
    onlyAppId: run.appId,
  });
}

export function rerequestSuite(world: World, actor: Actor, input: { repository: Repository; suite: CheckSuite }): void {
  const { repository, suite } = input;
  suite.status = 'queued';
  suite.conclusion = null;
  announceSuite(world, actor, { repository, suite, action: 'rerequested', onlyAppId: suite.appId });
}

/** A person presses a button that the check run offers. */
export function requestAction(world: World, actor: Actor, input: { repository: Repository; run: CheckRun; identifier: string }): void {
  const { repository, run, identifier } = input;
  announce(world, actor, {
    repository,
    event: 'check_run',
    action: 'requested_action',
    body: { check_run: renderCheckRunWithSuite(world, repository, run), requested_action: { identifier } },
    onlyAppId: run.appId,
  });
}
