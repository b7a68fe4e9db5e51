import { error as annotate } from '@actions/core';
import { explainFailure } from './explain-failure.ts';
import { readInputs } from './read-inputs.ts';
import type { Inputs } from './read-inputs.ts';
import { readJob } from './read-job.ts';
import type { Job } from './read-job.ts';

/** Runs the step and answers its exit code: 0 only when the gates let the pull request through, or all reports were collected. */
export async function run(environment: NodeJS.ProcessEnv): Promise<0 | 1> {
  try {
    const inputs = readInputs();
    const job = await readJob(environment);
    return (await perform(inputs, job)) ? 0 : 1;
  } catch (error) {
    annotate(explainFailure(error), { title: 'Sprintgate could not run' });
    return 1;
  }
}

/** Each mode is loaded when it is asked for: collecting needs no GitHub client, gating no readers of the workspace. */
async function perform(inputs: Inputs, job: Job): Promise<boolean> {
  if (inputs.mode === 'gate') {
    const { judgePull } = await import('./judge-pull.ts');
    return judgePull(inputs, job);
  }
  const { collectEvidence } = await import('./collect/collect-evidence.ts');
  return collectEvidence(inputs, job);
}
