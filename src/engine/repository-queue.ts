import type { EngineDatabase } from './engine-store.ts';
import { jobSchema } from './job-schema.ts';
import { queues } from './queues.ts';

/** What waits and what was given up of one repository. */
export interface RepositoryQueue {
  /** Could be worked now. */
  readonly waiting: number;
  readonly active: number;
  /** Put off to a later time: a wake-up, the next attempt. */
  readonly later: number;
  /** For how many seconds the oldest waiting one could have been worked; 0 when none waits. */
  readonly oldest: number;
  /** Keys that were given up and stand, the newest first; 20 at most. */
  readonly dead: readonly { readonly key: string; readonly at: string }[];
}

const waitingSql = `
  select
    (count(*) filter (where state in ('created', 'retry') and start_after <= now()))::int as waiting,
    (count(*) filter (where state = 'active'))::int as active,
    (count(*) filter (where state in ('created', 'retry') and start_after > now()))::int as later,
    coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry') and start_after <= now())), 0)::float8 as oldest
  from ${jobSchema}.job where name = any($1::text[]) and state in ('created', 'retry', 'active') and starts_with(data->>'key', $2)
`;

const deadSql = `
  select data->>'key' as key, to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
  from ${jobSchema}.job where name = $1 and state = 'created' and starts_with(data->>'key', $2) order by created_on desc limit 20
`;

const nothing = { waiting: 0, active: 0, later: 0, oldest: 0 };

/** The jobs of one repository, in all processes; none where the queue was never made. */
export async function repositoryQueue(db: EngineDatabase, repository: number): Promise<RepositoryQueue> {
  const [made] = await db.query<{ there: boolean }>(`select to_regclass('${jobSchema}.job') is not null as there`);
  if (!made?.there) return { ...nothing, dead: [] };
  const own = `${repository}/`;
  const [counted] = await db.query<typeof nothing>(waitingSql, [[queues.keys, queues.seed, queues.wakes], own]);
  const dead = await db.query<{ key: string; at: string }>(deadSql, [queues.dead, own]);
  return { ...(counted ?? nothing), dead };
}
