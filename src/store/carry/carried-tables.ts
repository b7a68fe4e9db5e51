import type { Database } from '../database.ts';

export interface CarriedTable {
  readonly name: string;
  /** What is written; columns that the database computes are left out. */
  readonly columns: readonly string[];
  /** In the order of the primary key, so that the same rows make the same file. */
  readonly orderBy: readonly string[];
  /** Columns whose next number the database counts. */
  readonly counted: readonly string[];
}

interface Row {
  readonly name: string;
  readonly columns: string;
  readonly order_by: string;
  readonly counted: string;
}

// `migrations` says what the tables are, and stands in the file's head. Who is signed in is nobody else's: they sign in again.
const tablesSql = `
  select t.table_name::text as name,
    (select coalesce(json_agg(c.column_name order by c.ordinal_position), '[]')::text from information_schema.columns c
      where c.table_schema = 'sprintgate' and c.table_name = t.table_name and c.is_generated = 'NEVER') as columns,
    (select coalesce(json_agg(c.column_name order by c.ordinal_position), '[]')::text from information_schema.columns c
      where c.table_schema = 'sprintgate' and c.table_name = t.table_name and c.is_identity = 'YES') as counted,
    (select coalesce(json_agg(a.attname order by array_position(i.indkey::int[], a.attnum::int)), '[]')::text from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indisprimary and i.indrelid = ('sprintgate.' || quote_ident(t.table_name))::regclass) as order_by
  from information_schema.tables t
  where t.table_schema = 'sprintgate' and t.table_type = 'BASE TABLE' and t.table_name not in ('migrations', 'web_sessions') order by 1`;

const referencesSql = `
  select c.relname::text as name, p.relname::text as needs from pg_constraint k
  join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'sprintgate'::regnamespace and k.conrelid <> k.confrelid`;

/** Every table of ours, each after those that its rows refer to. It asks the database: a table of a later migration is carried too. */
export async function carriedTables(db: Database): Promise<CarriedTable[]> {
  const rows = await db.query<Row>(tablesSql);
  const references = await db.query<{ name: string; needs: string }>(referencesSql);
  const waiting = new Map(rows.map((row) => [row.name, tableOf(row)]));
  const ordered: CarriedTable[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ name }) => !references.some((reference) => reference.name === name && waiting.has(reference.needs)));
    if (free.length === 0) throw new Error(`the tables ${[...waiting.keys()].join(', ')} refer to each other in a circle`);
    ordered.push(...free);
    for (const { name } of free) waiting.delete(name);
  }
  return ordered;
}

function tableOf(row: Row): CarriedTable {
  return { name: row.name, columns: names(row.columns), orderBy: names(row.order_by), counted: names(row.counted) };
}

function names(json: string): string[] {
  return JSON.parse(json) as string[];
}
