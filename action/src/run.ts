import { error as annotate } from '@actions/core';
import { collectEvidence } from './collect-evidence.ts';
import { explainFailure } from './explain-failure.ts';
import { judgePull } from './judge-pull.ts';
import { readInputs } from './read-inputs.ts';
import { readJob } from './read-job.ts';

/** Runs the step and answers its exit code: 0 only when the gates let the pull request through, or all reports were collected. */
export async function run(environment: NodeJS.ProcessEnv): Promise<0 | 1> {
  try {
    const inputs = readInputs();
    const job = await readJob(environment);
    const good = inputs.mode === 'gate' ? await judgePull(inputs, job) : await collectEvidence(inputs, job);
    return good ? 0 : 1;
  } catch (error) {
    annotate(explainFailure(error), { title: 'Sprintgate could not run' });
    return 1;
  }
}
