import { resolve } from 'node:path';
import { InputError } from '../../src/core/errors/input-error.ts';
import { evaluate } from '../../src/core/gates/evaluate.ts';
import { verdictsOfPull } from '../../src/core/gates/verdicts-of-pull.ts';
import { letsThrough } from '../../src/core/verdict/lets-through.ts';
import { playbookLoader } from '../../src/engine/load-playbook.ts';
import { readPublicPull } from '../../src/github/snapshot/read-public-pull.ts';
import { tokenClient } from '../../src/github/token-client.ts';
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
    github, number, loadPlaybook: playbookLoader(inputs.playbooksDir && resolve(job.workspace, inputs.playbooksDir)), name: job.repository, now: new Date().toISOString(),
    appSlug: inputs.appSlug, receiptKey: inputs.receiptKey, ownRun: job.runId,
  });
  const verdicts = verdictsOfPull(evaluate(snapshot), number);
  await reportVerdicts({ snapshot, number, verdicts, advisory: !ofDefaultBranch.has(job.eventName) });
  return letsThrough(verdicts);
}

/** GitHub takes the workflow of these events from the default branch; of all others, whoever pushes a branch can edit it. */
const ofDefaultBranch: ReadonlySet<string> = new Set(['workflow_run', 'issue_comment', 'schedule', 'pull_request_target']);
