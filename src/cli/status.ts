import { Command } from 'commander';
import { InputError } from '../core/errors/input-error.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import { localeOf } from '../core/policy/locale-of.ts';
import { renderStanding } from '../core/standing/render-standing.ts';
import { standingOf } from '../core/standing/standing-of.ts';
import { standingWords } from '../core/standing/standing-words.ts';
import { playbookLoader } from '../engine/load-playbook.ts';
import { readPublicTip } from '../github/snapshot/read-public-tip.ts';
import { githubClient, repositoryName } from './github-client.ts';
import { langOption } from './lang-option.ts';
import { printJson, printLine } from './print.ts';
import { speakSnapshot } from './speak-policy.ts';

interface StatusOptions {
  readonly repo: string;
  readonly receiptKey?: string;
  readonly appSlug: string;
  readonly lang?: Locale;
  readonly json?: true;
}

export const statusCommand = new Command('status')
  .description('Tell how a repository stands: how ready it is, what blocks and who acts, and the next checkpoint, from GitHub alone.')
  .requiredOption('--repo <owner/name>', 'the repository (GITHUB_TOKEN, GITHUB_API_URL)')
  .option('--receipt-key <key>', 'public key of the receipts, as the app shows it (or SPRINTGATE_RECEIPT_KEY)')
  .option('--app-slug <slug>', 'the app that posts the receipts, as in its address', 'sprintgate')
  .addOption(langOption())
  .option('--json', 'print the standing whole, as the app keeps it')
  .addHelpText(
    'after',
    `
The tip of the default branch is judged as a release of today would be. Nothing is carried forward, for that takes the app's store. It
writes nothing, and ends with 0 however the repository stands.

Example:
  GITHUB_TOKEN=… sprintgate status --repo acme/scoring --receipt-key …`,
  )
  .action(async (options: StatusOptions) => {
    const loadPlaybook = playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null);
    const receiptKey = options.receiptKey ?? process.env['SPRINTGATE_RECEIPT_KEY'] ?? null;
    const name = repositoryName(options.repo);
    const seen = await readPublicTip({
      github: githubClient(process.env),
      loadPlaybook,
      name,
      now: new Date().toISOString(),
      appSlug: options.appSlug,
      receiptKey,
    });
    const snapshot = seen && (await speakSnapshot(seen, options.lang, loadPlaybook));
    const stood = snapshot && standingOf(snapshot);
    if (!stood || snapshot.policy.kind !== 'in-force') {
      const say = standingWords[options.lang ?? (snapshot ? localeOf(snapshot.policy) : 'en')];
      throw new InputError(snapshot?.policy.kind === 'broken' ? say.broken : say.notConfigured);
    }
    if (options.json) return printJson(stood.standing);
    const { policy } = snapshot.policy;
    printLine(renderStanding(stood.standing, policy));
    for (const { what, why } of snapshot.unavailable) printLine(standingWords[policy.locale].unknown(what, why));
  });
