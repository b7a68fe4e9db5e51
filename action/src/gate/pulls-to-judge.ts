import { matchGlobs } from '../../../src/core/globs/match-globs.ts';
import { InputError } from '../../../src/core/errors/input-error.ts';
import { readPullsOfHead } from '../../../src/github/snapshot/read-pulls-of-head.ts';
import { readPolicyState } from '../../../src/github/snapshot/read-policy-state.ts';
import { readRepository } from '../../../src/github/snapshot/read-repository.ts';
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import type { GateSources } from './gate-sources.ts';

/** Pull requests to judge, one for each head commit: those that share it are judged with it. */
export interface PullsToJudge {
  readonly numbers: readonly number[];
  /** How many heads are left to the next run. */
  readonly left: number;
  /** The event names no pull request: all open ones are looked at. */
  readonly all: boolean;
}

/** A job's own token may ask a thousand times an hour for the whole repository; a head takes some twenty requests. */
const mostHeads = 30;

/** The pull request that is given or that the event is about; on a schedule, by hand, and for a comment on an issue: all open ones. */
export async function pullsToJudge(sources: GateSources, inputs: Inputs, job: Job): Promise<PullsToJudge> {
  const one = inputs.pull ?? job.event.pull_request?.number ?? (job.event.issue?.pull_request ? job.event.issue.number : null);
  if (one !== null) return { numbers: [one], left: 0, all: false };
  const { workflow_run: run } = job.event;
  if (run) return { numbers: (await pullsOfRun(sources, run)).slice(0, 1), left: 0, all: false };
  if (['schedule', 'workflow_dispatch', 'issue_comment'].includes(job.eventName)) return allOpen(sources);
  throw new InputError(`the event ${job.eventName} is about no open pull request; give its number as \`pull\`, or run this step for pull requests only.`);
}

/** A `workflow_run` names none where the branch is a fork's, so it is then found by its head. */
async function pullsOfRun({ github, name }: GateSources, run: NonNullable<Job['event']['workflow_run']>): Promise<number[]> {
  const named = (run.pull_requests ?? []).map(({ number }) => number);
  return named.length > 0 ? named : readPullsOfHead(github, name, run.head_sha);
}

/** One for each head of the open pull requests against gated branches, those that changed last first. */
async function allOpen({ github, loadPlaybook, name }: GateSources): Promise<PullsToJudge> {
  const state = await readPolicyState({ github, loadPlaybook, memory: null }, await readRepository(github, name));
  if (state.kind === 'absent') return { numbers: [], left: 0, all: true };
  const isGated = state.kind === 'in-force' ? matchGlobs(state.policy.branches) : () => true;
  const open = await github.paginate(github.rest.pulls.list, { ...name, state: 'open', sort: 'updated', direction: 'desc', per_page: 100 });
  const heads = new Map(open.filter(({ base }) => isGated(base.ref)).map(({ head, number }) => [head.sha, number]));
  const numbers = [...heads.values()];
  return { numbers: numbers.slice(0, mostHeads), left: Math.max(0, numbers.length - mostHeads), all: true };
}
