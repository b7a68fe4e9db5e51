import type { PgBoss } from 'pg-boss';
import type { EngineDatabase } from './engine-store.ts';
import { jobSchema } from './job-schema.ts';
import { queues } from './queues.ts';

/**
 * Fails jobs that a killed process left `active`, so that they are retried at once and not after their expiry of many
 * minutes. Only for a database with a single owner, before its workers start: nobody else can be working them.
 */
export async function failAbandonedJobs(boss: PgBoss, db: EngineDatabase): Promise<void> {
  for (const queue of Object.values(queues)) {
    const rows = await db.query<{ id: string }>(`select id::text as id from ${jobSchema}.job where name = $1 and state = 'active'`, [queue]);
    if (rows.length === 0) continue;
    const ids = rows.map((row) => row.id);
    await boss.fail(queue, ids, { message: 'the process that worked it was killed' });
    // A kill is no failure of the work: it goes on at once, not after a delay that grows with each restart.
    await db.query(`update ${jobSchema}.job set start_after = now() where name = $1 and state = 'retry' and id::text = any($2::text[])`, [queue, ids]);
  }
}
