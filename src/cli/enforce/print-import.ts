import { InputError } from '../../core/errors/input-error.ts';
import { wantedRuleset } from '../../core/enforce/wanted-ruleset.ts';
import type { EnforceOptions } from './enforce-options.ts';
import { loadPolicy } from '../load-policy.ts';
import { printJson } from '../print.ts';
import { requirementsOf } from './requirements-of.ts';

/** Prints the ruleset as GitHub's import takes it, and on stderr what to do with it. */
export async function printImport(options: EnforceOptions): Promise<void> {
  if (options.check || options.yes || options.dryRun)
    throw new InputError('GITHUB_TOKEN is not set; without it the ruleset is only printed. Leave --check, --dry-run and --yes out, or give a token.');
  if (options.appId === undefined)
    throw new InputError('--app-id is missing, and without a token it cannot be read. It stands at the top of the app’s settings page: --app-id 12345.');
  const { checks, refs, notices } = requirementsOf(await loadPolicy(options.config));
  printJson(
    wantedRuleset({ checks, refs, appId: options.appId, current: null, ...(options.org === undefined ? {} : { repositories: options.repositories ?? [] }) }),
  );
  const where = options.org === undefined ? 'the repository’s' : `${options.org}’s`;
  console.error(
    [
      '',
      ...notices.map((notice) => `! ${notice}`),
      'Next, as an administrator:',
      '  1. Save the JSON above as ruleset.json (sprintgate enforce … > ruleset.json).',
      `  2. Open ${where} Settings → Rules → Rulesets → New ruleset → Import a ruleset, and choose the file.`,
      '  3. Read it, set it to Active, and create it.',
    ].join('\n'),
  );
}
