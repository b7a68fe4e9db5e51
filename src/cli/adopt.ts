import { Command } from 'commander';
import { commandTable } from '../core/commands/command-table.ts';
import { InputError } from '../core/errors/input-error.ts';
import { adoptedBlocks } from '../core/people/adopted-blocks.ts';
import { checkpointIssue } from '../core/people/checkpoint-issue.ts';
import { overrideAuthorities } from '../core/people/command-authorities.ts';
import { describeAuthority } from '../core/people/describe-authority.ts';
import { readSprint } from '../core/people/read-sprint.ts';
import type { Block } from '../core/playbook/playbook-schema.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { IssueFacts } from '../core/snapshot/facts.ts';
import { createOnce } from '../github/client.ts';
import { readOwnIssues } from '../github/snapshot/read-own-issues.ts';
import { githubClient, repositoryName } from './github-client.ts';
import { playbookLoader } from '../engine/load-playbook.ts';
import { policyInForce } from '../github/snapshot/policy-in-force.ts';
import { printJson, printLine } from './print.ts';
import { readSelf } from '../github/read-self.ts';

interface AdoptOptions {
  readonly at: string;
  readonly repo: string;
  readonly reason?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

interface AdoptedBlock {
  readonly block: string;
  readonly title: string;
  readonly checkpoint: string;
  readonly issue: number | null;
}

export const adoptCommand = new Command('adopt')
  .description('Adopt the method in mid-course: ask, in your name, that the blocks before a sprint be accepted as a baseline.')
  .requiredOption('--at <sprint>', 'the sprint that the team is in, e.g. s07')
  .requiredOption('--repo <owner/name>', 'the repository')
  .option('--reason <text>', 'why, for those who read it later')
  .option('--dry-run', 'list the blocks; write nothing')
  .option('--json', 'print the blocks as JSON')
  .addHelpText(
    'after',
    `
Writes the command /sprintgate adopt on the first checkpoint's issue as the user of GITHUB_TOKEN (issues: write), who needs
the tier's or the escalation authority. The app decides it and posts a receipt for each block. GITHUB_API_URL and
SPRINTGATE_APP_SLUG (default: sprintgate) are read too.

Examples:
  GITHUB_TOKEN=… sprintgate adopt --at s07 --repo acme/scoring --dry-run
  GITHUB_TOKEN=… sprintgate adopt --at s07 --repo acme/scoring --reason "in production since 2025"`,
  )
  .action(async (options: AdoptOptions) => {
    const github = githubClient(process.env);
    const name = repositoryName(options.repo);
    const policy = await policyInForce({ github, loadPlaybook: playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null) }, name);
    const self = await readSelf(github);
    const app = `${process.env['SPRINTGATE_APP_SLUG'] ?? 'sprintgate'}[bot]`;
    const { issues } = await readOwnIssues(github, name, [app, self.login, ...policy.seed.owners]);
    const blocks = blocksAt(policy, options.at, issues);
    if (options.dryRun) return options.json ? printJson({ blocks }) : printBlocks(blocks);
    const issue_number = firstIssue(blocks, options.repo);
    const reason = (options.reason ?? '').replace(/\s+/g, ' ').trim();
    if (reason === '') throw new InputError('--reason is missing; say why, for those who read it later: --reason "in production since 2025".');
    if (self.id === null) throw new InputError('a bot decides nothing: give the token of a person with authority in GITHUB_TOKEN.');
    const body = `/sprintgate ${calledIn(policy)} ${readSprint(policy, options.at) ?? options.at} ${reason}`;
    const { data } = await github.rest.issues.createComment({ ...name, ...createOnce, issue_number, body });
    if (options.json) return printJson({ blocks, comment: data.html_url });
    printBlocks(blocks);
    printLine(`\nAsked as ${self.login}: ${data.html_url}`);
    printLine(
      `Next: the app answers there. It accepts if ${self.login} is of ${whoMay(policy)} and had no part in that work, and posts a receipt for each block on its checkpoint’s issue.`,
    );
  });

function blocksAt(policy: Policy, at: string, seeded: readonly IssueFacts[]): AdoptedBlock[] {
  if (readSprint(policy, at) === null) throw new InputError(`"${at}" is not a sprint of ${policy.playbook.id}; write it as s07.`);
  const blocks = adoptedBlocks(policy, at);
  if (blocks.length === 0) throw new InputError(`no block ends before ${at}, so there is nothing to accept.`);
  return blocks.map(({ id, checkpoint }: Block) => ({
    block: id,
    title: policy.text.blocks[id]?.title ?? id,
    checkpoint,
    issue: checkpointIssue(policy, seeded, checkpoint)?.number ?? null,
  }));
}

/** Receipts are found again on the checkpoints' issues: without those the baseline would be lost with the store. */
function firstIssue(blocks: readonly AdoptedBlock[], repo: string): number {
  const missing = blocks.find(({ issue }) => issue === null);
  const first = blocks[0]?.issue;
  if (missing || first === null || first === undefined)
    throw new InputError(`the checkpoint ${missing?.checkpoint ?? ''} has no issue in ${repo} yet; create the backlog first: sprintgate seed --repo ${repo}.`);
  return first;
}

function printBlocks(blocks: readonly AdoptedBlock[]): void {
  printLine('Accepted as a baseline would be:');
  for (const { block, title, checkpoint, issue } of blocks)
    printLine(`  ${block}  ${title} · ${checkpoint}${issue === null ? ' (not seeded yet)' : ` #${issue}`}`);
}

function calledIn({ locale }: Policy): string {
  return commandTable.find(({ name }) => name === 'adopt')?.called[locale][0] ?? 'adopt';
}

/** The authorities in words; the code marks of Markdown mean nothing on a terminal. */
function whoMay(policy: Policy): string {
  const rules = overrideAuthorities(policy).flatMap((id) => policy.authorities[id] ?? []);
  return describeAuthority({ any: rules }, 'en').replaceAll('`', '');
}
