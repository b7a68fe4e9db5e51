import { resolve } from 'node:path';
import { playbookLoader } from '../../../src/engine/load-playbook.ts';
import type { GitHub, RepositoryName } from '../../../src/github/client.ts';
import { readSelf } from '../../../src/github/read-self.ts';
import { jobClient } from '../job-client.ts';
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import { runsDefaultBranch } from './runs-default-branch.ts';

/** What judging needs of the step: who asks, where, and how. */
export interface GateSources {
  readonly github: GitHub;
  readonly name: RepositoryName;
  readonly loadPlaybook: ReturnType<typeof playbookLoader>;
  readonly now: string;
  readonly appSlug: string;
  readonly receiptKey: string | null;
  readonly ownRun: number;
  /** The login that the token writes as. */
  readonly self: string;
  /** Whoever is judged can edit the workflow that ran: nothing is posted then. */
  readonly advisory: boolean;
  /** The pull request was asked for by its number: it is judged and shown also where the app decides. */
  readonly byHand: boolean;
}

export async function gateSources(inputs: Inputs, job: Job): Promise<GateSources> {
  const github = jobClient(inputs, job);
  return {
    github,
    name: job.repository,
    loadPlaybook: playbookLoader(inputs.playbooksDir && resolve(job.workspace, inputs.playbooksDir)),
    now: new Date().toISOString(),
    appSlug: inputs.appSlug,
    receiptKey: inputs.receiptKey,
    ownRun: job.runId,
    self: (await readSelf(github)).login,
    advisory: !runsDefaultBranch(job),
    byHand: inputs.pull !== null,
  };
}
