import { Command } from 'commander';
import { InputError } from '../core/errors/input-error.ts';
import { configPath } from '../core/policy/config-path.ts';
import { checkEnforcement } from './enforce/check-enforcement.ts';
import type { EnforceOptions } from './enforce/enforce-options.ts';
import { printImport } from './enforce/print-import.ts';
import { writeRuleset } from './enforce/write-ruleset.ts';

export const enforceCommand = new Command('enforce')
  .description('Require the gates that block in a ruleset, so that GitHub merges nothing past them; only this app’s checks count.')
  .option('--repo <owner/name>', 'the repository')
  .option('--org <name>', 'write a ruleset of this organisation, by the configuration of --repo')
  .option('--repositories <names...>', 'with --org: the repositories that it holds for (names or patterns)')
  .option('--app-id <id>', 'the app’s number (default: read from the checks that it posted)', appNumber)
  .option('--config <file>', 'the configuration, where there is no token', configPath)
  .option('--check', 'tell whether GitHub requires each blocking gate, bound to the app; write nothing')
  .option('--dry-run', 'print what would change; write nothing')
  .option('--yes', 'write it')
  .option('--json', 'print the plan, or what holds, as JSON')
  .addHelpText(
    'after',
    `
Reads GITHUB_TOKEN (of an administrator; for --check and --dry-run anybody’s) and GITHUB_API_URL. Without a token it prints
the ruleset as JSON, to be imported in the repository’s settings. A second run writes nothing.

Examples:
  GITHUB_TOKEN=… sprintgate enforce --repo acme/scoring            # what would change
  GITHUB_TOKEN=… sprintgate enforce --repo acme/scoring --yes
  GITHUB_TOKEN=… sprintgate enforce --repo acme/scoring --check    # exit code 1 where a gate does not hold
  sprintgate enforce --app-id 12345 > ruleset.json`,
  )
  .action(async (options: EnforceOptions) => {
    if (options.org !== undefined && !options.repositories?.length)
      throw new InputError('--repositories is missing: in a repository without Sprintgate a required check would never come, and block every merge.');
    if (!process.env['GITHUB_TOKEN']) return printImport(options);
    if (options.repo === undefined) throw new InputError('--repo is missing; write --repo owner/name.');
    process.exitCode = await (options.check ? checkEnforcement(options.repo, options) : writeRuleset(options.repo, options));
  });

function appNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InputError(`--app-id ${text} is not the number of an app; it stands at the top of the app’s settings page.`);
  return Number(text);
}
