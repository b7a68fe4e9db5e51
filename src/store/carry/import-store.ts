import { InputError } from '../../core/errors/input-error.ts';
import type { Database } from '../database.ts';
import { migrateWithin } from '../migrate.ts';
import { carriedTables } from './carried-tables.ts';
import { type CarryHead, carryTableSchema } from './carry-head.ts';
import { lineChain } from './line-chain.ts';
import { quoteName } from './quote-name.ts';

// Bytes and rows of one insert.
const mostBytes = 1 << 20;
const mostRows = 500;

/**
 * Fills an empty database with what was exported, all of it or nothing: one transaction. An export of an older version is
 * loaded into tables of its time, and these are then migrated. The lines must have been checked before. Returns the number of rows.
 */
export async function importStore(db: Database, head: CarryHead, lines: AsyncIterable<string>): Promise<number> {
  return db.transaction(async (transaction) => {
    await prepareTables(transaction, head);
    const count = await loadRows(transaction, lines);
    await countOn(transaction);
    await migrateWithin(transaction);
    return count;
  });
}

/** Throws an InputError when a table of ours has a row. */
export async function refuseFilled(db: Database): Promise<void> {
  const [schema] = await db.query<{ there: boolean }>("select to_regnamespace('sprintgate') is not null as there");
  if (!schema?.there) return;
  for (const { name } of await carriedTables(db)) {
    const [row] = await db.query<{ filled: boolean }>(`select exists (select 1 from sprintgate.${quoteName(name)}) as filled`);
    if (row?.filled)
      throw new InputError(`this database is in use already: its table sprintgate.${name} has rows. Import into an empty database; nothing was changed`);
  }
}

async function prepareTables(transaction: Database, head: CarryHead): Promise<void> {
  await migrateWithin(transaction, []);
  for (const { name } of await carriedTables(transaction)) await transaction.exec(`lock table sprintgate.${quoteName(name)} in access exclusive mode`);
  await refuseFilled(transaction);
  const there = await transaction.query<{ name: string }>('select name from sprintgate.migrations order by name');
  // The tables are empty and ours: they are made anew as they were when the export was written.
  if (there.some(({ name }) => !head.migrations.includes(name))) await transaction.exec('drop schema sprintgate cascade');
  await migrateWithin(transaction, head.migrations);
}

async function loadRows(transaction: Database, lines: AsyncIterable<string>): Promise<number> {
  const chain = lineChain();
  let insert = '';
  let waiting: string[] = [];
  let bytes = 0;
  let count = 0;
  const flush = async () => {
    if (waiting.length > 0) await transaction.query(insert, [`[${waiting.join(',')}]`]);
    waiting = [];
    bytes = 0;
  };
  for await (const text of lines) {
    const line = chain.open(text);
    // It was whole when it was checked.
    if (!line) throw new InputError('the file was changed while it was read; nothing was imported');
    if (line.kind === 'table') {
      await flush();
      insert = insertInto(carryTableSchema.parse(JSON.parse(line.json)));
    } else if (line.kind === 'row') {
      waiting.push(line.json);
      bytes += line.json.length;
      count += 1;
      if (bytes >= mostBytes || waiting.length >= mostRows) await flush();
    }
  }
  await flush();
  return count;
}

function insertInto({ table, columns }: { readonly table: string; readonly columns: readonly string[] }): string {
  const target = `sprintgate.${quoteName(table)}`;
  const names = columns.map(quoteName).join(', ');
  return `insert into ${target} (${names}) overriding system value select ${names} from json_populate_recordset(null::${target}, $1::json)`;
}

/** Rows that come later are numbered after those that were carried. */
async function countOn(transaction: Database): Promise<void> {
  for (const { name, counted } of await carriedTables(transaction)) {
    for (const column of counted) {
      const sql = `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${quoteName(column)}), 0) + 1 from sprintgate.${quoteName(name)}), false)`;
      await transaction.query(sql, [`sprintgate.${quoteName(name)}`, column]);
    }
  }
}
