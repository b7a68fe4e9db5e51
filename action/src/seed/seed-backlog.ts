import { resolve } from 'node:path';
import { notice, setOutput, summary, warning } from '@actions/core';
import { githubContentLimits } from '../../../src/core/backlog/content-limits.ts';
import { estimateSeeding } from '../../../src/core/backlog/estimate-seeding.ts';
import { planSeeding } from '../../../src/core/backlog/plan-seeding.ts';
import type { SeedAuthor } from '../../../src/core/backlog/seed-snapshot.ts';
import { InputError } from '../../../src/core/errors/input-error.ts';
import { readMarked } from '../../../src/core/markers/marker.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { playbookLoader } from '../../../src/engine/load-playbook.ts';
import type { GitHub, RepositoryName } from '../../../src/github/client.ts';
import { readSelf } from '../../../src/github/read-self.ts';
import { createContentBudget } from '../../../src/github/seeding/content-budget.ts';
import { readSeedLook, type SeedLook } from '../../../src/github/seeding/read-seed-look.ts';
import { readSeedSnapshot } from '../../../src/github/seeding/read-seed-snapshot.ts';
import { realClock } from '../../../src/github/seeding/real-clock.ts';
import { seedRepository } from '../../../src/github/seeding/seed-repository.ts';
import { seenFiles } from '../../../src/github/seeding/seen-files.ts';
import { policyInForce } from '../../../src/github/snapshot/policy-in-force.ts';
import { jobClient } from '../job-client.ts';
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import { seedWords } from './seed-step-words.ts';
import { progressLog } from './progress-log.ts';
import { renderSeeding } from './render-seeding.ts';

const title = 'Sprintgate';

interface Seeding {
  readonly github: GitHub;
  readonly repository: RepositoryName;
  readonly policy: Policy;
  readonly self: SeedAuthor;
  readonly look: SeedLook;
}

/** Seeds the backlog of the default branch's configuration as the token's author, or with `dry-run` shows what it would write. */
export async function seedBacklog(inputs: Inputs, job: Job): Promise<boolean> {
  const github = jobClient(inputs, job);
  const loadPlaybook = playbookLoader(inputs.playbooksDir && resolve(job.workspace, inputs.playbooksDir));
  const look = await readSeedLook(github, job.repository);
  const policy = await policyInForce({ github, loadPlaybook, files: seenFiles(look) }, job.repository);
  const self = await readSelf(github);
  const seeding = { github, repository: job.repository, policy, self, look };
  await refuseSecondBacklog(seeding, `${inputs.appSlug}[bot]`);
  const { locale } = policy;
  if (!policy.seed.owners.includes(self.login)) warning(seedWords[locale].notOwner(self.login), { title });
  await (inputs.dryRun ? showPlan(seeding, inputs) : carryOut(seeding, inputs));
  return true;
}

/** Issues of the app are not ours to find again: seeding beside them would make everything twice. */
async function refuseSecondBacklog({ github, repository, policy, self }: Seeding, app: string): Promise<void> {
  if (app === self.login || policy.seed.owners.includes(app)) return;
  const { data } = await github.rest.issues.listForRepo({ ...repository, creator: app, state: 'all', per_page: 100 });
  if (data.some(({ body }) => readMarked(body ?? '') !== null)) throw new InputError(seedWords[policy.locale].appSeeded(app));
}

async function showPlan({ github, ...reading }: Seeding, { adopt }: Inputs): Promise<void> {
  const { locale } = reading.policy;
  const plan = planSeeding(reading.policy, await readSeedSnapshot(github, { ...reading, adopt }), { adopt });
  setOutput('writes', plan.writes.length);
  const { seconds } = estimateSeeding(plan.writes);
  await summary.addRaw(renderSeeding({ ...plan, skipped: [], planned: { seconds } }, locale), true).write();
}

async function carryOut({ github, ...reading }: Seeding, { adopt, limits }: Inputs): Promise<void> {
  const { locale } = reading.policy;
  const made: Parameters<typeof renderSeeding>[0]['writes'][number][] = [];
  const report = await seedRepository(github, {
    ...reading,
    options: { adopt },
    budget: createContentBudget(limits ? githubContentLimits : null, realClock),
    onPlan: ({ writes }, { seconds }) => {
      made.push(...writes);
      if (writes.length > 0) notice(seedWords[locale].planned(writes.length, Math.ceil(seconds / 60)), { title });
    },
    onProgress: progressLog(),
  });
  setOutput('writes', report.writes);
  const writes = made.slice(0, report.writes);
  await summary.addRaw(renderSeeding({ writes, notices: report.notices, skipped: report.skipped, planned: null }, locale), true).write();
}
