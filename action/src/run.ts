import { error as annotate } from '@actions/core';
import { explainFailure } from './explain-failure.ts';
import { isFork } from './is-fork.ts';
import { readInputs } from './read-inputs.ts';
import type { Inputs } from './read-inputs.ts';
import { readJob } from './read-job.ts';
import type { Job } from './read-job.ts';

/** Runs the step and answers its exit code: 0 only when the gates let the pull request through, or what was asked for was done. */
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
  if (inputs.mode !== 'collect' && isFork(job)) {
    const { collectInstead } = await import('./collect-instead.ts');
    return collectInstead(inputs, job);
  }
  switch (inputs.mode) {
    case 'gate': {
      const { gatePulls } = await import('./gate/gate-pulls.ts');
      return gatePulls(inputs, job);
    }
    case 'report': {
      const { reportReadiness } = await import('./report/report-readiness.ts');
      return reportReadiness(inputs, job);
    }
    case 'seed': {
      const { seedBacklog } = await import('./seed/seed-backlog.ts');
      return seedBacklog(inputs, job);
    }
    case 'collect': {
      const { collectEvidence } = await import('./collect/collect-evidence.ts');
      return collectEvidence(inputs, job);
    }
  }
}
