import type { EngineDatabase } from './engine-store.ts';
import { jobSchema } from './job-schema.ts';
import { queues } from './queues.ts';

export interface JobCounts {
  /** To be worked now, or again after a failure. */
  readonly waiting: number;
  readonly active: number;
  /** Given up, kept for the operator. */
  readonly dead: number;
}

const sql = `
  select
    count(*) filter (where name <> $1 and (state = 'retry' or (state = 'created' and start_after <= now())))::int as waiting,
    count(*) filter (where name <> $1 and state = 'active')::int as active,
    count(*) filter (where name = $1 and state = 'created')::int as dead
  from ${jobSchema}.job where name = any($2::text[]) and state in ('created', 'retry', 'active')
`;

/** How many jobs there are. Those put off to a later time are not counted. */
export async function countJobs(db: EngineDatabase): Promise<JobCounts> {
  const [row] = await db.query<JobCounts>(sql, [queues.dead, Object.values(queues)]);
  return row ?? { waiting: 0, active: 0, dead: 0 };
}
