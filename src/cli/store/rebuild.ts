import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { parseReceiptKey } from '../../core/people/receipt-public-key.ts';
import { readAllReceipts } from '../../github/receipts/read-all-receipts.ts';
import { readRepository } from '../../github/snapshot/read-repository.ts';
import { openStore } from '../../store/open-store.ts';
import { restoreDecisions } from '../../store/people/restore-decisions.ts';
import { githubClient, repositoryName } from '../github-client.ts';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOf, databaseOption } from './database-of.ts';

interface RebuildOptions extends DatabaseOption {
  readonly repo: string;
  readonly receiptKey?: string;
  readonly appSlug: string;
}

export const rebuildCommand = new Command('rebuild')
  .description('Restore the decisions of a repository from their signed receipts on GitHub.')
  .requiredOption('--repo <owner/name>', 'the repository (GITHUB_TOKEN, GITHUB_API_URL)')
  .option('--receipt-key <key>', 'public key of the receipts, as the app shows it under /keys/INSTALLATION (or SPRINTGATE_RECEIPT_KEY)')
  .option('--app-slug <slug>', 'the app that posts the receipts, as in its address', 'sprintgate')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
For a database that was lost, or restored from before some decisions. It reads every comment of the repository, writes nothing
on GitHub, and changes no decision that is there; run again, it adds what is new. A receipt that does not verify is named and left out,
and the exit code is 1: it may have revoked another. The ledger cannot be restored; it begins anew.`,
  )
  .action(async (options: RebuildOptions) => {
    const key = options.receiptKey ?? process.env['SPRINTGATE_RECEIPT_KEY'];
    if (!key) throw new InputError('no receipt key was given; write --receipt-key, or set SPRINTGATE_RECEIPT_KEY');
    const github = githubClient(process.env);
    const repository = await readRepository(github, repositoryName(options.repo));
    const { decisions, refused } = await readAllReceipts(github, { repository, publicKeys: [parseReceiptKey(key)], botLogin: `${options.appSlug}[bot]` });
    const store = await openStore(databaseOf(options));
    try {
      const fresh = await restoreDecisions(store.db, decisions);
      for (const { url, why } of refused) printLine(`! not taken (${why}): ${url}`);
      printLine(`${decisions.length} decisions in receipts, ${fresh} restored, ${refused.length} receipts that do not verify`);
      process.exitCode = refused.length > 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  });
