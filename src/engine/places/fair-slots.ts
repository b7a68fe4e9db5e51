import type { EngineDatabase } from '../engine-store.ts';
import { jobSchema } from '../job-schema.ts';

/** A job that was taken from a queue. */
export interface TakenJob {
  readonly id: string;
  readonly name: string;
  readonly lane: number;
}

export interface FairSlots {
  /** Works a job, or puts it back where its lane has all the slots that it may have. */
  work(job: TakenJob, work: () => Promise<void>): Promise<'worked' | 'put-back'>;
}

// What is put back goes on as soon as one of its lane ends here; where that one is killed, after these seconds. It goes on under
// another number: the queue settles the old one after this, and would else settle it for whoever has taken it up again by then.
const park = `
  update ${jobSchema}.job as mine
  set id = gen_random_uuid(), state = (case when retry_count > 0 then 'retry' else 'created' end)::${jobSchema}.job_state, started_on = null, heartbeat_on = null,
    start_after = now() + interval '5 seconds'
  where name = $1 and id = $2::uuid and state = 'active'
    and not exists (select from ${jobSchema}.job where name = $1 and singleton_key = mine.singleton_key and state < 'active')
  returning id::text as id
`;
const goOn = `update ${jobSchema}.job set start_after = now() where name = $1 and id = any($2::uuid[]) and state < 'active' and start_after > now()`;

/**
 * Lets each lane, the work of one installation, hold at most so many of this process's slots at once: one slot more than that
 * is there for whoever else comes, however long the work of the first takes.
 */
export function fairSlots(db: EngineDatabase, most: number): FairSlots {
  const held = new Map<number, number>();
  const parked = new Map<number, string[]>();

  async function free({ name, lane }: TakenJob): Promise<void> {
    const waiting = parked.get(lane) ?? [];
    parked.delete(lane);
    if (waiting.length > 0) await db.query(goOn, [name, waiting]);
  }

  async function putBack(job: TakenJob): Promise<void> {
    // Where another of its key waits already, that one does for both: this one then counts as done.
    const put = await db.query<{ id: string }>(park, [job.name, job.id]);
    parked.set(job.lane, [...(parked.get(job.lane) ?? []), ...put.map(({ id }) => id)]);
    // One of the lane may have ended meanwhile, and looked for it in vain.
    if ((held.get(job.lane) ?? 0) < most) await free(job);
  }

  return {
    async work(job, work) {
      const holds = held.get(job.lane) ?? 0;
      if (holds >= most) {
        await putBack(job);
        return 'put-back';
      }
      held.set(job.lane, holds + 1);
      try {
        await work();
      } finally {
        held.set(job.lane, (held.get(job.lane) ?? 1) - 1);
        await free(job);
      }
      return 'worked';
    },
  };
}
