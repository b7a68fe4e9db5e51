import type { EngineDatabase } from './engine-store.ts';
import { jobSchema } from './job-schema.ts';
import { queues } from './queues.ts';

export interface QueueMeasure {
  readonly queue: string;
  /** Could be worked now. */
  readonly waiting: number;
  /** Put off to a later time: a wake-up, the next attempt. */
  readonly later: number;
  readonly active: number;
  /** For how many seconds the oldest waiting one could have been worked; 0 when none waits. */
  readonly oldest: number;
}

export interface SweepMeasure {
  /** For how many seconds the next sweep is due and has not ended. */
  readonly lag: number;
  /** Unix seconds of the last end; null when none is remembered. */
  readonly ended: number | null;
}

const queueSql = `
  select name as queue,
    (count(*) filter (where state in ('created', 'retry') and start_after <= now()))::int as waiting,
    (count(*) filter (where state in ('created', 'retry') and start_after > now()))::int as later,
    (count(*) filter (where state = 'active'))::int as active,
    coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry') and start_after <= now())), 0)::float8 as oldest
  from ${jobSchema}.job where name = any($1::text[]) and state in ('created', 'retry', 'active') group by name
`;

const sweepSql = `
  select
    greatest(0, coalesce(extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry', 'active'))), 0))::float8 as lag,
    (extract(epoch from max(completed_on) filter (where state = 'completed')))::float8 as ended
  from ${jobSchema}.job where name = $1
`;

/** Depth and age of every queue, with zeros for those that are empty. */
export async function measureQueues(db: EngineDatabase): Promise<QueueMeasure[]> {
  const names = Object.values(queues);
  const rows = await db.query<QueueMeasure>(queueSql, [names]);
  return names.map((queue) => rows.find((row) => row.queue === queue) ?? { queue, waiting: 0, later: 0, active: 0, oldest: 0 });
}

/** How late the sweep is, across all processes. */
export async function measureSweep(db: EngineDatabase): Promise<SweepMeasure> {
  const [row] = await db.query<SweepMeasure>(sweepSql, [queues.sweep]);
  return row ?? { lag: 0, ended: null };
}
