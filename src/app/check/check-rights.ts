import type { Database } from '../../store/database.ts';
import type { Finding } from './finding.ts';

// What is only added to may not be changed, and the list of migrations is only read.
const sql = `
  select nspname || '.' || relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p') and nspname in ('sprintgate', 'sprintgate_jobs') and not (has_schema_privilege(nspname, 'usage')
    and has_table_privilege(pg_class.oid, 'select') and (relname = 'migrations' or has_table_privilege(pg_class.oid, 'insert')))
  order by 1`;

const shown = 3;

/** Whether the app's role may work in every table that is there; null when it may. */
export async function checkRights(db: Database, role: string): Promise<Finding | null> {
  const names = (await db.query<{ name: string }>(sql)).map(({ name }) => name);
  if (names.length === 0) return null;
  const more = names.length > shown ? ` and ${names.length - shown} more` : '';
  const says = `${role} may not read and add to ${names.slice(0, shown).join(', ')}${more}; run sprintgate store migrate --grant ${role} as the tables’ owner`;
  return { about: 'rights', state: 'bad', says };
}
