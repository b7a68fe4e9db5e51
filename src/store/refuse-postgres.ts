import pg from 'pg';
import { InputError } from '../core/errors/input-error.ts';

// `json_populate_recordset`, generated identities and what else the tables use are older; 15 is the oldest that is tested.
const oldest = 15;
const patience = 10_000;

/** What a server says of itself. */
export interface PostgresFacts {
  readonly version: number;
  readonly shown: string;
  readonly readonly: boolean;
  readonly may_create: boolean;
  readonly there: boolean;
  readonly role: string;
}

const factsSql = `
  select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
    current_setting('transaction_read_only')::boolean as readonly, has_database_privilege(current_database(), 'CREATE') as may_create,
    to_regnamespace('sprintgate') is not null and to_regnamespace('sprintgate_jobs') is not null as there, current_user::text as role`;

/** Throws an InputError when the app cannot work on this Postgres: what is wrong, and what to do. Never the password. */
export async function refusePostgres(connectionString: string): Promise<void> {
  const why = whyRefused(await askFacts(connectionString));
  if (why !== null) throw refused(why);
}

/** Why the app cannot work on such a server, and what to do; null when it can. */
export function whyRefused(facts: PostgresFacts): string | null {
  if (Math.floor(facts.version / 10_000) < oldest) return `the server is PostgreSQL ${facts.shown}; Sprintgate needs ${oldest} or later`;
  if (facts.readonly) return 'the database is read-only; give the address of the primary server, or lift default_transaction_read_only for this role';
  if (facts.there || facts.may_create) return null;
  return `the role ${facts.role} may not create schemas there; as an owner run: grant create on database … to "${facts.role}"; or create the schemas sprintgate and sprintgate_jobs with this role as their owner`;
}

async function askFacts(connectionString: string): Promise<PostgresFacts> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString, connectionTimeoutMillis: patience, application_name: 'sprintgate-start' });
  } catch (error) {
    throw refused(
      'it cannot be read as an address; write postgres://USER:PASSWORD@HOST:5432/DATABASE, with special characters of the password percent-encoded',
      error,
    );
  }
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<PostgresFacts>(factsSql);
    const [facts] = rows;
    if (!facts) throw new Error('the database answered nothing');
    return facts;
  } catch (error) {
    throw sayPostgresRefused(error);
  } finally {
    // Not waited for: the end of a connection that never was does not come.
    void client.end().catch(() => undefined);
  }
}

/** The code that Postgres or the network gave, and what to do about it. */
const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens at this host and port; is the server running, and the address right?',
  ENOTFOUND: 'this host is not known; check the name',
  EAI_AGAIN: 'this host could not be looked up; check the name, and the name service',
  EHOSTUNREACH: 'this host cannot be reached; check the address, and the network in between',
  ENETUNREACH: 'this host cannot be reached; check the address, and the network in between',
  ETIMEDOUT: 'this host does not answer; check the address, and the firewall in between',
  ECONNRESET: 'the connection was cut; check that a Postgres listens there, and what stands in between',
  ENOENT: 'there is no socket of a Postgres server in this folder; is the server running, and the path right?',
  '28P01': 'the password is not right for this role; correct it, percent-encoded where it has special characters',
  '28000': 'the server does not let this role in; check the role’s name, its right to log in, and pg_hba.conf',
  '3D000': 'there is no database of this name on the server; create it, or correct the name',
  '53300': 'the server has no connection free; each process needs up to 39: raise max_connections, or start fewer processes',
  '57P03': 'the server is starting or stopping; try again in a moment',
  '53100': 'the server’s disk is full; free space there, and start again',
  '42501':
    'the role lacks a right there; it must own the schemas sprintgate and sprintgate_jobs, or their owner runs `sprintgate store migrate --grant ROLE` first',
  '25006': 'the database is read-only; give the address of the primary server',
};

/** An error of Postgres or of the way there in words, as an InputError; any other is given back. */
export function sayPostgresRefused(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const says = code === null ? null : byCode[code];
  if (says) return refused(says, error);
  if (/timeout expired|terminated due to connection timeout/.test(error.message)) return refused(String(byCode['ETIMEDOUT']), error);
  if (/SSL/.test(error.message)) return refused(`${error.message}; add or remove ?sslmode=require`, error);
  if (/password must be a string/.test(error.message)) return refused('the server asks for a password; write postgres://USER:PASSWORD@HOST/DATABASE', error);
  return error;
}

function refused(why: string, cause?: unknown): InputError {
  return new InputError(`DATABASE_URL: ${why}`, { cause });
}
