import { resolve } from 'node:path';
import { InputError } from '../../src/core/errors/input-error.ts';
import { evaluate } from '../../src/core/gates/evaluate.ts';
import { verdictsOfPull } from '../../src/core/gates/verdicts-of-pull.ts';
import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';
import { playbookLoader } from '../../src/engine/load-playbook.ts';
import { readPublicPull } from '../../src/github/snapshot/read-public-pull.ts';
import { tokenClient } from '../../src/github/token-client.ts';
import type { Judged, PullVerdicts } from './judged.ts';
import { mayGoOn } from './may-go-on.ts';
import { pullOfEvent } from './pull-of-event.ts';
import type { Inputs } from './read-inputs.ts';
import type { Job } from './read-job.ts';
import { reportVerdicts } from './report-verdicts.ts';

/** Reads a pull request's snapshot, judges it as the app does, and tells the verdicts. True when it may go on. */
export async function judgePull(inputs: Inputs, job: Job): Promise<boolean> {
  if (inputs.token === '') throw new InputError('github-token is empty; leave it out for the job’s own token, or give one that may read the repository.');
  const github = tokenClient({ token: inputs.token, apiUrl: job.apiUrl, userAgent: 'sprintgate-action' });
  const number = inputs.pull ?? (await pullOfEvent(github, job));
  const snapshot = await readPublicPull({
    github,
    number,
    loadPlaybook: playbookLoader(inputs.playbooksDir && resolve(job.workspace, inputs.playbooksDir)),
    name: job.repository,
    now: new Date().toISOString(),
    appSlug: inputs.appSlug,
    receiptKey: inputs.receiptKey,
    ownRun: job.runId,
  });
  const judged = judge(snapshot, { number, advisory: !ofDefaultBranch.has(job.eventName) });
  await reportVerdicts(judged);
  return mayGoOn(judged);
}

function judge(snapshot: PullSnapshot, asked: { number: number; advisory: boolean }): Judged {
  const evaluation = evaluate(snapshot);
  const verdictsOf = (number: number): PullVerdicts => ({
    number,
    title: snapshot.pulls.find((pull) => pull.number === number)?.title ?? '',
    verdicts: verdictsOfPull(evaluation, number),
  });
  const others = snapshot.pulls.filter((pull) => pull.number !== asked.number).map(({ number }) => verdictsOf(number));
  // One against a branch without gates has no say: it neither opens nor closes what gates another.
  const sameHead = others.filter(({ verdicts }) => verdicts.length > 0);
  return { snapshot, pull: verdictsOf(asked.number), sameHead, advisory: asked.advisory };
}

/** GitHub takes the workflow of these events from the default branch; of all others, whoever pushes a branch can edit it. */
const ofDefaultBranch: ReadonlySet<string> = new Set(['workflow_run', 'issue_comment', 'schedule', 'pull_request_target']);
