import type { EngineDatabase } from '../engine-store.ts';
import { jobSchema } from '../job-schema.ts';
import { queues } from '../queues.ts';
import type { DeadLetter } from './dead-letter.ts';
import { untold } from './untold.ts';

interface Row {
  readonly key: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly since: string;
  readonly at: string;
  readonly resolvedAt: string | null;
}

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const sql = `
  select data->>'key' as key, coalesce(source_output->>'message', source_output->'value'->>'message') as reason,
    (coalesce(source_retry_count, 0) + 1)::int as attempts, ${moment('coalesce(source_created_on, created_on)')} as since,
    ${moment('created_on')} as at, ${moment('completed_on')} as "resolvedAt"
  from ${jobSchema}.job
  where name = $1 and data->>'key' is not null and (state = 'created' or ($2 = 'all' and state = 'completed'))
  order by created_on desc, data->>'key'
`;

/** What was given up, the newest first: what still stands, or also what was resolved within the last days. */
export async function listDeadLetters(db: EngineDatabase, which: 'standing' | 'all' = 'standing'): Promise<DeadLetter[]> {
  const [table] = await db.query<{ there: boolean }>(`select to_regclass('${jobSchema}.job') is not null as there`);
  if (!table?.there) return [];
  const rows = await db.query<Row>(sql, [queues.dead, which]);
  return rows.map((row) => ({ ...row, reason: row.reason ?? untold }));
}
