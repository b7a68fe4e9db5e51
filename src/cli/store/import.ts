import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { oweKeys } from '../../engine/owed-keys.ts';
import { readCarryFile } from '../../store/carry/carry-file.ts';
import { type CarriedFile, checkCarried } from '../../store/carry/check-carried.ts';
import { importStore, refuseFilled } from '../../store/carry/import-store.ts';
import { openStore } from '../../store/open-store.ts';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOf, databaseOption } from './database-of.ts';

export const importCommand = new Command('import')
  .description('Fill an empty database with what `sprintgate store export` wrote: all of it, or nothing.')
  .argument('<file>', 'the file that was exported')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
The file is read to its end and checked before anything is written. A database that is in use is refused. What was waiting to be
looked at is waiting again, and the app sweeps once at its first start. Run no second app on the database that was exported.`,
  )
  .action(async (file: string, options: DatabaseOption) => {
    const carried = await checked(file);
    const store = await openStore(databaseOf(options), { asItIs: true });
    try {
      await refuseFilled(store.db);
      // Before the rows: were we killed between, the import is repeated, and the looks are owed once.
      await oweKeys(store.queue, carried.owedKeys);
      const count = await importStore(store.db, carried.head, readCarryFile(file));
      printLine(`${count} rows of ${carried.head.at} imported, ${carried.owedKeys.length} looks owed, digest ${carried.digest}`);
    } finally {
      await store.close();
    }
  });

async function checked(file: string): Promise<CarriedFile> {
  try {
    return await checkCarried(readCarryFile(file));
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
