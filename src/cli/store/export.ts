import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { owedKeys } from '../../engine/owed-keys.ts';
import { exportStore } from '../../store/carry/export-store.ts';
import { writeCarryFile } from '../../store/carry/carry-file.ts';
import { openStore } from '../../store/open-store.ts';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOption, existingDatabase } from './database-of.ts';

export const exportCommand = new Command('export')
  .description('Write everything that the database holds into one file, as of one moment.')
  .argument('<file>', 'the file to write; there must be none of this name')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
The file is read by \`sprintgate store import\`, on Postgres and on the embedded database alike. It holds what people wrote:
only its owner can read it. A Postgres may be in use meanwhile; an embedded database has one process: stop the app first.

Example:
  sprintgate store export sprintgate.carry --database .data/sprintgate
  sprintgate store import sprintgate.carry --database postgres://sprintgate@db/sprintgate`,
  )
  .action(async (file: string, options: DatabaseOption) => {
    const store = await openStore(existingDatabase(options), { asItIs: true });
    try {
      await refuseWithoutTables(store.db);
      let rows: Record<string, number> = {};
      const digest = await writeCarryFile(file, async (write) => {
        rows = await exportStore(store.db, { at: new Date().toISOString(), owedKeys, write });
      });
      for (const [table, count] of Object.entries(rows)) if (count > 0) printLine(`${String(count).padStart(9)} ${table}`);
      printLine(`${file}: written, digest ${digest}`);
    } finally {
      await store.close();
    }
  });

async function refuseWithoutTables(db: Parameters<typeof exportStore>[0]): Promise<void> {
  const [row] = await db.query<{ there: boolean }>("select to_regclass('sprintgate.migrations') is not null as there");
  if (!row?.there) throw new InputError('this database holds no tables of Sprintgate; name another with --database or DATABASE_URL');
}
