import { Command } from 'commander';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { writeLedgerFile } from './ledger-file.ts';
import { ledgerRepository, type RepositoryOption } from './ledger-repository.ts';
import { readingLedger } from './open-ledger.ts';

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
names by their digests.

Example:
  sprintgate ledger export scoring.ledger --repo acme/scoring`,
  )
  .action(async (file: string, options: DatabaseOption & RepositoryOption) => {
    const lines = await readingLedger(options, async (db) =>
      writeLedgerFile(db, file, { repository: await ledgerRepository(db, options), at: new Date().toISOString() }),
    );
    printLine(`${file}: ${lines} lines written`);
  });
