import type { Database } from '../database.ts';
import { carriedTables, type CarriedTable } from './carried-tables.ts';
import { carryVersion, type CarryHead, type OwedKey } from './carry-head.ts';
import type { CarriedLine } from './line-chain.ts';
import { quoteName } from './quote-name.ts';

// Pieces of evidence are the largest rows, up to 128 kB each.
const rowsAtOnce = 64;

export interface ExportOptions {
  /** ISO time. */
  readonly at: string;
  /** The keys whose look is still owed, as of the same moment as the rows. */
  readonly owedKeys: (transaction: Database) => Promise<readonly OwedKey[]>;
  readonly write: (line: CarriedLine) => Promise<void>;
}

/**
 * Writes every row of every table of ours, as of one moment, while others may go on. Returns how many rows each table had.
 * Rows are carried as Postgres itself prints and reads them, so that no value passes through a number of JavaScript.
 */
export async function exportStore(db: Database, { at, owedKeys, write }: ExportOptions): Promise<Record<string, number>> {
  return db.transaction(async (transaction) => {
    await transaction.exec('set transaction isolation level repeatable read, read only');
    const migrations = await transaction.query<{ name: string }>('select name from sprintgate.migrations order by name');
    const head: CarryHead = { format: 'sprintgate-store', version: carryVersion, at, migrations: migrations.map(({ name }) => name) };
    await write({ kind: 'head', json: JSON.stringify(head) });
    for (const key of await owedKeys(transaction)) await write({ kind: 'key', json: JSON.stringify(key) });
    const rows: Record<string, number> = {};
    for (const table of await carriedTables(transaction)) rows[table.name] = await exportTable(transaction, table, write);
    await write({ kind: 'end', json: JSON.stringify({ rows }) });
    return rows;
  });
}

async function exportTable(db: Database, { name, columns, orderBy }: CarriedTable, write: ExportOptions['write']): Promise<number> {
  await write({ kind: 'table', json: JSON.stringify({ table: name, columns }) });
  const order = orderBy.length > 0 ? ` order by ${orderBy.map(quoteName).join(', ')}` : '';
  const inner = `select ${columns.map(quoteName).join(', ')} from sprintgate.${quoteName(name)}${order}`;
  await db.exec(`declare carried no scroll cursor for select row_to_json(row)::text as json from (${inner}) row`);
  let count = 0;
  for (;;) {
    const rows = await db.query<{ json: string }>(`fetch ${rowsAtOnce} from carried`);
    if (rows.length === 0) break;
    for (const { json } of rows) await write({ kind: 'row', json });
    count += rows.length;
  }
  await db.exec('close carried');
  return count;
}
