import { Command } from 'commander';
import { githubContentLimits } from '../core/backlog/content-limits.ts';
import { estimateSeeding } from '../core/backlog/estimate-seeding.ts';
import { planSeeding } from '../core/backlog/plan-seeding.ts';
import type { Write } from '../core/plan/write.ts';
import { createContentBudget } from '../github/seeding/content-budget.ts';
import { readSeedSnapshot } from '../github/seeding/read-seed-snapshot.ts';
import { readSeedLook } from '../github/seeding/read-seed-look.ts';
import { realClock } from '../github/seeding/real-clock.ts';
import type { SkippedWrite } from '../github/seeding/seeding-interrupted.ts';
import { seedRepository } from '../github/seeding/seed-repository.ts';
import { seenFiles } from '../github/seeding/seen-files.ts';
import { githubClient, repositoryName } from './github-client.ts';
import { playbookLoader } from '../engine/load-playbook.ts';
import { policyInForce } from '../github/snapshot/policy-in-force.ts';
import { printJson, printLine, styled } from './print.ts';
import { readSelf } from '../github/read-self.ts';
import { seedProgress } from './seed-progress.ts';

interface SeedOptions {
  readonly repo: string;
  readonly dryRun?: true;
  readonly adopt?: true;
  readonly closeLeft?: true;
  readonly limits: boolean;
  readonly json?: true;
}

export const seedCommand = new Command('seed')
  .description('Create or update the backlog of a repository from the configuration on its default branch. Can be stopped and run again.')
  .requiredOption('--repo <owner/name>', 'the repository')
  .option('--dry-run', 'show the writes and how long they take; write nothing')
  .option('--adopt', 'take over issues that carry our marker but were written by somebody else')
  .option('--close-left', 'close open issues whose item left the playbook')
  .option('--no-limits', 'do not keep to github.com’s content limits (GitHub Enterprise Server with limits off)')
  .option('--json', 'print the plan or the outcome as JSON')
  .addHelpText(
    'after',
    `
Reads GITHUB_TOKEN (issues: write) and GITHUB_API_URL. What you seed is accepted by the app if seed.owners names you.

Example:
  GITHUB_TOKEN=… sprintgate seed --repo acme/scoring --dry-run`,
  )
  .action(async (options: SeedOptions) => {
    const github = githubClient(process.env);
    const repository = repositoryName(options.repo);
    const look = await readSeedLook(github, repository);
    const loadPlaybook = playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null);
    const policy = await policyInForce({ github, loadPlaybook, files: seenFiles(look) }, repository);
    const self = await readSelf(github);
    const seeding = { adopt: options.adopt ?? false, closeLeft: options.closeLeft ?? false };
    if (options.dryRun) {
      const plan = planSeeding(policy, await readSeedSnapshot(github, { repository, policy, self, look, adopt: seeding.adopt }), seeding);
      return options.json ? printJson({ ...plan, estimate: estimateSeeding(plan.writes) }) : printWrites(plan.writes);
    }
    const limits = options.limits ? githubContentLimits : null;
    const progress = seedProgress();
    const report = await seedRepository(github, {
      repository,
      policy,
      self,
      look,
      options: seeding,
      budget: createContentBudget(limits, realClock),
      onPlan: ({ writes }, { seconds }) => announceSeeding(writes.length, limits && seconds),
      onProgress: progress.show,
    }).finally(progress.stop);
    if (options.json) return printJson(report);
    printLine(report.writes === 0 ? 'Nothing to do: the backlog is as planned.' : `${report.writes} writes made.`);
    for (const notice of report.notices) printLine(styled('yellow', `! ${notice.text}`));
    printSkipped(report.skipped);
  });

/** How long it will take, before it begins; not on standard output, which holds the outcome. */
function announceSeeding(writes: number, seconds: number | null): void {
  if (writes > 0) process.stderr.write(`${forecast(writes, seconds)}.\n`);
}

function forecast(writes: number, seconds: number | null): string {
  const makes = `${writes} ${writes === 1 ? 'write' : 'writes'}`;
  if (seconds === null) return makes;
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return `${makes}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} within GitHub’s limits`;
}

/** What was left out, each reason once: a server without sub-issues refuses all links alike. */
function printSkipped(skipped: readonly SkippedWrite[]): void {
  const reasons = Map.groupBy(skipped, ({ reason }) => reason);
  for (const [reason, left] of reasons) {
    const named = left
      .slice(0, 3)
      .map(({ write }) => ('key' in write ? `${write.do} ${write.key}` : write.do))
      .join(', ');
    printLine(styled('yellow', `! left out (${left.length}): ${named}${left.length > 3 ? ', …' : ''}: ${reason}`));
  }
}

function printWrites(writes: readonly Write[]): void {
  const { seconds } = estimateSeeding(writes);
  printLine(writes.length === 0 ? 'Nothing to do: the backlog is as planned.' : `${forecast(writes.length, seconds)}:`);
  for (const write of writes) printLine(`  ${write.do}${'key' in write ? ` ${write.key}` : ''}${'title' in write ? ` · ${write.title}` : ''}`);
}
