import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missingMigrations } from '../../store/missing-migrations.ts';
import { migrations } from '../../store/migrations.ts';
import { postgresDatabase, postgresPool } from '../../store/postgres-database.ts';
import { refusePostgres, sayPostgresRefused } from '../../store/refuse-postgres.ts';
import type { Database } from '../../store/database.ts';
import type { Environment } from '../settings/environment.ts';
import { checkRights } from './check-rights.ts';
import type { Finding } from './finding.ts';

interface Standing {
  readonly version: string;
  readonly role: string;
  readonly there: boolean;
  readonly owner: boolean;
  readonly changes: boolean;
}

const standingSql = `
  select current_setting('server_version') as version, current_user::text as role, to_regclass('sprintgate.migrations') is not null as there,
    coalesce((select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'sprintgate'), true) as owner,
    to_regclass('sprintgate.ledger') is null or has_table_privilege(to_regclass('sprintgate.ledger'), 'update') as changes`;

/** Whether the database can be reached and worked with, as it is: nothing is made, migrated or locked. */
export async function checkDatabase({ databaseUrl, migrationUrl = null }: Environment): Promise<Finding[]> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) return [embedded(databaseUrl)];
  const pool = postgresPool(databaseUrl, 1);
  try {
    await refusePostgres(databaseUrl);
    return await onServer(postgresDatabase(pool), migrationUrl !== null);
  } catch (error) {
    const said = sayPostgresRefused(error);
    return [{ about: 'database', state: 'bad', says: said instanceof Error ? said.message : String(said) }];
  } finally {
    await pool.end();
  }
}

function embedded(folder: string): Finding {
  const says = existsSync(join(folder, 'PG_VERSION')) ? 'embedded; it is not opened here, for it belongs to one process' : 'embedded; the first start makes it';
  return { about: 'database', state: 'note', says: `${folder}: ${says}` };
}

async function onServer(db: Database, hasOwner: boolean): Promise<Finding[]> {
  const [standing] = await db.query<Standing>(standingSql);
  if (!standing) throw new Error('the database answered nothing');
  const { version, role, there, owner, changes } = standing;
  const reached: Finding = { about: 'database', state: 'good', says: `PostgreSQL ${version}, as ${role}` };
  if (!there) return [reached, { about: 'tables', state: 'note', says: 'there are none yet; the start makes them' }];
  const kept: Finding = changes
    ? { about: 'ledger', state: 'note', says: `${role} may change it, and triggers alone guard it; see “A role of its own for the app”` }
    : { about: 'ledger', state: 'good', says: `${role} may add to it, and change nothing in it` };
  const lacking = await checkRights(db, role);
  if (lacking) return [reached, lacking, kept];
  return [reached, await tables(db, { role, owner, hasOwner }), kept];
}

async function tables(db: Database, { role, owner, hasOwner }: { role: string; owner: boolean; hasOwner: boolean }): Promise<Finding> {
  const applied = await db.query<{ name: string }>('select name from sprintgate.migrations');
  const known = new Set(migrations.map(({ name }) => name));
  const newer = applied.map(({ name }) => name).filter((name) => !known.has(name));
  if (newer.length > 0) return { about: 'tables', state: 'bad', says: `of a newer Sprintgate (${newer.join(', ')}); start that version` };
  const missing = await missingMigrations(db);
  if (missing.length === 0) return { about: 'tables', state: 'good', says: `up to date, ${applied.length} migrations` };
  const owed = `they lack ${missing.join(', ')}`;
  if (owner || hasOwner) return { about: 'tables', state: 'note', says: `${owed}; the start migrates them` };
  return { about: 'tables', state: 'bad', says: `${owed}, and ${role} may not migrate them; run sprintgate store migrate --grant ${role} as their owner` };
}
