import { Command } from 'commander';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { writeLedgerFile } from './ledger-file.ts';
import { ledgerRepository, type RepositoryOption } from './ledger-repository.ts';
import { readingLedger } from './open-ledger.ts';
import { keyAtHand } from './receipt-keys.ts';

export const exportCommand = new Command('export')
  .description('Write the ledger of one repository into a file that `ledger verify --file` checks without a database.')
  .argument('<file>', 'the file to write; there must be none of this name')
  .option('--repo <owner/name>', 'the repository (default: the only one that has a ledger)')
  .option('--id <number>', 'the repository by its numeric id')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
The file holds what people wrote: only its owner can read it. It holds all that was seen but the content of uploads, which it
names by their digests. With PRIVATE_KEY or PRIVATE_KEY_PATH at hand the installation's receipt key signs where the ledger
ended; \`ledger verify --file FILE --receipt-key KEY\` then finds a file that was cut or rewritten, without database and network.

Example:
  sprintgate ledger export scoring.ledger --repo acme/scoring`,
  )
  .action(async (file: string, options: DatabaseOption & RepositoryOption) => {
    const { lines, sealed } = await readingLedger(options, async (db) => {
      const repository = await ledgerRepository(db, options);
      const keys = keyAtHand(repository.installation);
      return { lines: await writeLedgerFile(db, file, { repository, at: new Date().toISOString(), keys }), sealed: keys !== null };
    });
    printLine(
      `${file}: ${lines} lines written, ${sealed ? 'and its end is signed' : 'not signed: a copy of it that was cut cannot be told from it (PRIVATE_KEY)'}`,
    );
  });
