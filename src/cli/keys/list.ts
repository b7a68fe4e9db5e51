import { Command } from 'commander';
import { publishedKeys } from '../../app/audit/published-keys.ts';
import { readKeyChain } from '../../app/audit/read-key-chain.ts';
import { chooseSigner } from '../../audit/keys/choose-signer.ts';
import { readingLedger } from '../ledger/open-ledger.ts';
import { printJson, printLine } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';

export const listCommand = new Command('list')
  .description('List the keys that signed bundles, oldest first; the last signs now.')
  .option(...databaseOption)
  .option('--json', 'print what the server publishes at /.well-known/sprintgate-keys.json')
  .addHelpText('after', '\nExample:\n  sprintgate keys list')
  .action(async (options: DatabaseOption & { json?: true }) => {
    const signer = await chooseSigner(process.env);
    const published = publishedKeys(await readingLedger(options, readKeyChain), signer?.key ?? null);
    if (options.json) return printJson(published);
    for (const { key, since, current } of published.keys)
      printLine(`${key}  ${since === null ? 'not recorded yet' : `since ${since}`}${current ? '  signs now' : ''}`);
    if (published.keys.length === 0) printLine('no key is recorded, and none is at hand (BUNDLE_SIGNING_KEY, BUNDLE_SIGNER_URL): bundles are not signed.');
  });
