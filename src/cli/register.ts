import { Command } from 'commander';
import { registerEntries } from '../core/register/register-entries.ts';
import { registerWords } from '../core/register/register-words.ts';
import { renderRegister } from '../core/register/render-register.ts';
import { playbookLoader } from '../engine/load-playbook.ts';
import { readRegister } from '../github/receipts/read-register.ts';
import { policyInForce } from '../github/snapshot/policy-in-force.ts';
import { githubClient, repositoryName } from './github-client.ts';
import { printJson, printLine } from './print.ts';

interface RegisterOptions {
  readonly repo: string;
  readonly receiptKey?: string;
  readonly appSlug: string;
  readonly json?: true;
}

export const registerCommand = new Command('register')
  .description('List what people attested, waived, overrode or held, with its end, from the receipts on GitHub.')
  .requiredOption('--repo <owner/name>', 'the repository (GITHUB_TOKEN, GITHUB_API_URL)')
  .option('--receipt-key <key>', 'public key of the receipts, as the app shows it (or SPRINTGATE_RECEIPT_KEY)')
  .option('--app-slug <slug>', 'the app that posts the receipts, as in its address', 'sprintgate')
  .option('--json', 'print `[{ decision, section, end, over, counts }]`')
  .addHelpText(
    'after',
    `
Receipts are read on the checkpoints' issues and on open pull requests. It writes nothing and shortens nothing. Whether GitHub waits
for the gates is on the register's issue, and \`sprintgate enforce\` shows it.

Example:
  GITHUB_TOKEN=… sprintgate register --repo acme/scoring --receipt-key …`,
  )
  .action(async (options: RegisterOptions) => {
    const github = githubClient(process.env);
    const name = repositoryName(options.repo);
    const policy = await policyInForce({ github, loadPlaybook: playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null) }, name);
    const receiptKey = options.receiptKey ?? process.env['SPRINTGATE_RECEIPT_KEY'] ?? null;
    const facts = await readRegister(github, { name, policy, now: new Date().toISOString(), appSlug: options.appSlug, receiptKey });
    if (options.json) printJson(registerEntries(facts));
    else printLine(renderRegister(facts, 'none') || registerWords[policy.locale].nothing);
  });
