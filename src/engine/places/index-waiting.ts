import type { EngineDatabase } from '../engine-store.ts';
import { jobSchema } from '../job-schema.ts';

const sql = `create index if not exists sprintgate_waiting on ${jobSchema}.job (name, singleton_key) where state < 'active'`;

/** Lets the waiting jobs of a key be found however many wait: each request for a look asks for them. Not for two at the same time. */
export async function indexWaiting(db: EngineDatabase): Promise<void> {
  await db.query(sql);
}
