import type { EngineDatabase } from '../engine-store.ts';
import { jobSchema } from '../job-schema.ts';
import { queues } from '../queues.ts';

const sql = `
  update ${jobSchema}.job set state = 'completed', completed_on = now()
  where name = $1 and state = 'created' and data->>'key' = $2
`;

/** Marks what was given up of a key as resolved; it stays in the list of all for a week. */
export async function resolveDeadLetters(db: EngineDatabase, key: string): Promise<void> {
  await db.query(sql, [queues.dead, key]);
}
