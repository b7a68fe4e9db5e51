import type { EngineDatabase } from '../engine-store.ts';
import { jobSchema } from '../job-schema.ts';

const sql = `create index if not exists sprintgate_waiting on ${jobSchema}.job (name, singleton_key) where state < 'active'`;

/** Lets the waiting jobs of a key be found however many wait: each request for a look asks for them. Not for two at the same time. */
export async function indexWaiting(db: EngineDatabase): Promise<void> {
  // Asked first: who does not own the table may not even ask to make one that is there.
  const found = await db.query<{ there: boolean }>(`select to_regclass('${jobSchema}.sprintgate_waiting') is not null as there`);
  if (!found[0]?.there) await db.query(sql);
}
