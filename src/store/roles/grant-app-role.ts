import type { Database } from '../database.ts';

/** What nothing may be changed in: rows are added, and stay. */
const appendOnly = ['ledger', 'ledger_payloads', 'ledger_parts', 'decisions', 'policies'];

/**
 * Gives a role what the app needs of the tables and no more: it adds to the record and never changes it, and makes no tables.
 * Run by their owner, after each migration. Rights that the role had on these tables before are taken back first.
 */
export async function grantAppRole(db: Database, role: string, jobSchema: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  const record = appendOnly.map((table) => `sprintgate.${table}`).join(', ');
  await db.exec(`
    revoke all on all tables in schema sprintgate from ${name};
    revoke create on schema sprintgate, ${jobSchema} from ${name};
    grant usage on schema sprintgate, ${jobSchema} to ${name};
    grant select, insert, update, delete on all tables in schema sprintgate to ${name};
    revoke update, delete, truncate on ${record} from ${name};
    revoke insert, update, delete on sprintgate.migrations from ${name};
    grant usage on all sequences in schema sprintgate to ${name};
    grant execute on function sprintgate.pulls_of(bigint, text) to ${name};
    grant select, insert, update, delete on all tables in schema ${jobSchema} to ${name};
    grant usage on all sequences in schema ${jobSchema} to ${name};
    grant execute on all functions in schema ${jobSchema} to ${name};
  `);
}
