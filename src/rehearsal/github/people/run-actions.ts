import type { AppRecord } from '../records/account.ts';
import type { CheckRun } from '../records/checks.ts';
import { appById, pullByNumber } from '../records/find.ts';
import type { Artifact, Deployment, WorkflowRun } from '../records/run.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import type { CheckInput } from '../state/check-output.ts';
import { createCheckRun, ensureSuite, requestAction, rerequestRun, rerequestSuite, updateCheckRun } from '../state/checks.ts';
import { branchSha } from '../state/commits.ts';
import { guardEnvironment, requestDeployment } from '../state/deployments.ts';
import { saveRuleset } from '../state/rulesets.ts';
import { finishRun, rerun, startRun, uploadArtifact } from '../state/runs.ts';
import { locate, person } from './locate.ts';
import type { RepositoryRef } from './locate.ts';

export interface Upload {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Raw bytes in place of a zip of `files`: what a hostile workflow could upload. */
  readonly zip?: Uint8Array;
}

export interface WorkflowInput {
  readonly repository: RepositoryRef;
  readonly as: string;
  readonly path: string;
  readonly name?: string;
  /** `pull_request` when a pull request is given, else `push`. */
  readonly event?: string;
  /** The pull request it runs for; else the head of `branch`, else of the default branch. */
  readonly pull?: number;
  readonly branch?: string;
  readonly headSha?: string;
  readonly jobs?: readonly string[];
  readonly artifacts?: readonly Upload[];
  /** `success` unless said otherwise; null leaves it running. */
  readonly conclusion?: string | null;
  readonly referencedWorkflows?: readonly { readonly path: string; readonly sha: string; readonly ref?: string }[];
}

interface Head {
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: Repository;
  readonly event: string;
}

function headOf(world: World, repository: Repository, input: WorkflowInput): Head {
  if (input.pull !== undefined) {
    const { pull } = pullByNumber(repository, input.pull);
    return {
      headSha: input.headSha ?? pull.headSha,
      headBranch: pull.headRef,
      headRepository: world.repositories.get(pull.headRepositoryId) ?? repository,
      event: input.event ?? 'pull_request',
    };
  }
  const branch = input.branch ?? repository.defaultBranch;
  return { headSha: input.headSha ?? branchSha(repository, branch), headBranch: branch, headRepository: repository, event: input.event ?? 'push' };
}

function runWorkflow(world: World, input: WorkflowInput): { readonly run: WorkflowRun; readonly artifacts: readonly Artifact[] } {
  const repository = locate(world, input.repository);
  const actor = person(world, input.as);
  const run = startRun(world, actor, {
    repository,
    run: {
      path: input.path,
      ...headOf(world, repository, input),
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.jobs === undefined ? {} : { jobs: input.jobs }),
      ...(input.referencedWorkflows === undefined ? {} : { referencedWorkflows: input.referencedWorkflows }),
    },
  });
  const artifacts = (input.artifacts ?? []).map((upload) => uploadArtifact(world, { repository, run, ...upload }));
  if (input.conclusion !== null) finishRun(world, actor, { repository, run, conclusion: input.conclusion ?? 'success' });
  return { run, artifacts };
}

function rerunWorkflow(
  world: World,
  input: { repository: RepositoryRef; as: string; run: WorkflowRun; jobs?: readonly string[]; artifacts?: readonly Upload[]; conclusion?: string | null },
): readonly Artifact[] {
  const repository = locate(world, input.repository);
  const actor = person(world, input.as);
  rerun(world, actor, { repository, run: input.run, ...(input.jobs === undefined ? {} : { jobs: input.jobs }) });
  const artifacts = (input.artifacts ?? []).map((upload) => uploadArtifact(world, { repository, run: input.run, ...upload }));
  if (input.conclusion !== null) finishRun(world, actor, { repository, run: input.run, conclusion: input.conclusion ?? 'success' });
  return artifacts;
}

/** Requires these checks on the default branch, bound to an app as a ruleset does. */
function requireChecks(world: World, app: AppRecord, input: { repository: RepositoryRef; contexts: readonly string[]; appId?: number | null }): void {
  const id = input.appId === undefined ? app.id : input.appId;
  saveRuleset(world, {
    rulesets: locate(world, input.repository).rulesets,
    known: null,
    fields: {
      name: 'Required checks',
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [
        {
          type: 'required_status_checks',
          parameters: {
            strict_required_status_checks_policy: false,
            required_status_checks: input.contexts.map((context) => ({ context, ...(id === null ? {} : { integration_id: id }) })),
          },
        },
      ],
    },
  });
}

export function createRunActions(world: World, app: AppRecord) {
  return {
    /** A workflow run from start to end, with what it uploads; the run's head is the pull request's head, as GitHub reports it. */
    runWorkflow: (input: WorkflowInput) => runWorkflow(world, input),
    finishWorkflow: (input: { readonly repository: RepositoryRef; readonly as: string; readonly run: WorkflowRun; readonly conclusion?: string }): void =>
      finishRun(world, person(world, input.as), { repository: locate(world, input.repository), run: input.run, conclusion: input.conclusion ?? 'success' }),
    /** "Re-run failed jobs": a new attempt of the named jobs, with new uploads. */
    rerunWorkflow: (input: Parameters<typeof rerunWorkflow>[1]) => rerunWorkflow(world, input),
    uploadArtifact: (
      input: { readonly repository: RepositoryRef; readonly run: WorkflowRun; readonly overwrite?: boolean; readonly retentionDays?: number } & Upload,
    ): Artifact => uploadArtifact(world, { ...input, repository: locate(world, input.repository) }),
    /** A check run of another app, e.g. a linter's. */
    reportCheck: (
      input: { readonly repository: RepositoryRef; readonly appId: number; readonly name: string; readonly headSha: string } & CheckInput,
    ): CheckRun => {
      const { repository, appId, name, headSha, ...fields } = input;
      const owner = appById(world, appId);
      const bot = world.accounts.get(owner.botId);
      if (bot === undefined) throw new Error(`app ${appId} has no bot account`);
      return createCheckRun(world, { user: bot, app: owner }, { repository: locate(world, repository), app: owner, name, headSha, fields });
    },
    updateCheck: (input: { readonly repository: RepositoryRef; readonly as: string; readonly run: CheckRun } & CheckInput): CheckRun => {
      const { repository, as, run, ...fields } = input;
      return updateCheckRun(world, person(world, as), { repository: locate(world, repository), run, fields });
    },
    rerequestCheck: (input: { readonly repository: RepositoryRef; readonly as: string; readonly run: CheckRun }): void =>
      rerequestRun(world, person(world, input.as), { repository: locate(world, input.repository), run: input.run }),
    /** "Re-run all checks" of the app under test. */
    rerequestSuite: (input: { readonly repository: RepositoryRef; readonly as: string; readonly headSha: string }): void => {
      const repository = locate(world, input.repository);
      const suite = ensureSuite(world, { repository, appId: app.id, headSha: input.headSha });
      rerequestSuite(world, person(world, input.as), { repository, suite });
    },
    pressCheckButton: (input: { readonly repository: RepositoryRef; readonly as: string; readonly run: CheckRun; readonly identifier: string }): void =>
      requestAction(world, person(world, input.as), { repository: locate(world, input.repository), run: input.run, identifier: input.identifier }),
    requireChecks: (input: Parameters<typeof requireChecks>[2]): void => requireChecks(world, app, input),
    guardEnvironment: (input: { readonly repository: RepositoryRef; readonly environment: string }): void =>
      guardEnvironment(world, { repository: locate(world, input.repository), environment: input.environment, appId: app.id }),
    deploy: (input: { readonly repository: RepositoryRef; readonly as: string; readonly run: WorkflowRun; readonly environment: string }): Deployment =>
      requestDeployment(world, person(world, input.as), { repository: locate(world, input.repository), run: input.run, environment: input.environment }),
  };
}
