import { Command } from 'commander';
import { InputError } from '../core/errors/input-error.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { playbookLoader } from '../engine/load-playbook.ts';
import { changedFiles } from './changed-files.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import { localSnapshot, repositoryRoot } from './local-snapshot.ts';
import { remoteSnapshot } from './remote-snapshot.ts';
import { loadPolicyIn, speakSnapshot } from './speak-policy.ts';

/** Where a command reads the world: files of this machine, or a pull request on GitHub. */
export interface SnapshotOptions {
  readonly config: string;
  readonly evidence: string[];
  readonly root?: string;
  readonly base?: string;
  readonly repo?: string;
  readonly pull?: string;
  readonly receiptKey?: string;
  readonly appSlug: string;
  /** In which language to judge; left out, the configuration's. */
  readonly lang?: Locale;
}

/** Adds the options that `readSnapshot` reads. */
export function withSnapshotOptions(command: Command): Command {
  return command
    .option('--config <file>', 'the configuration', '.github/sprintgate.yml')
    .option('--evidence <path...>', 'reports, or folders with reports', [])
    .option('--root <dir>', 'the repository (default: the checkout whose .github holds the configuration)')
    .option('--base <ref>', 'judge the lines changed since this branch or commit as well')
    .option('--repo <owner/name>', 'read a pull request from GitHub instead (GITHUB_TOKEN, GITHUB_API_URL)')
    .option('--pull <number>', 'the pull request, with --repo')
    .option('--receipt-key <key>', 'public key of the receipts, as the app shows it (or SPRINTGATE_RECEIPT_KEY)')
    .option('--app-slug <slug>', 'the app that posts the checks, as in its address', 'sprintgate');
}

export async function readSnapshot(options: SnapshotOptions): Promise<PullSnapshot> {
  if (options.repo !== undefined || options.pull !== undefined) {
    if (options.repo === undefined || options.pull === undefined) throw new InputError('--repo and --pull go together: --repo owner/name --pull 12.');
    const snapshot = await remoteSnapshot({
      repo: options.repo,
      pull: options.pull,
      receiptKey: options.receiptKey ?? process.env['SPRINTGATE_RECEIPT_KEY'] ?? null,
      appSlug: options.appSlug,
      environment: process.env,
    });
    return speakSnapshot(snapshot, options.lang, playbookLoader(process.env['PLAYBOOKS_DIR'] ?? null));
  }
  const policy = await loadPolicyIn(options.config, options.lang);
  const { root, base } = options;
  const checkout = root ?? (await repositoryRoot(options.config)) ?? '.';
  const changed = base === undefined ? [] : await changedFiles(checkout, base);
  return localSnapshot({ policy, config: options.config, evidence: options.evidence, root, now: new Date().toISOString(), changed });
}
