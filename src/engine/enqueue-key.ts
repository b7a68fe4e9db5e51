import type { PgBoss } from 'pg-boss';
import { formatKey, type Key } from '../core/keys/key.ts';
import type { Priority } from '../core/keys/keyed-work.ts';
import type { EngineStore } from './engine-store.ts';
import { jobSchema } from './job-schema.ts';
import { takePlace } from './places/take-place.ts';
import { queueOf } from './queues.ts';

/** What a job carries: the printed key, whose work it is, and by whose deliveries; nothing else, for the world is read again. */
export interface KeyJob {
  readonly key: string;
  /** The installation; 0 where it was not known. */
  readonly lane?: number;
  /** Ids of the deliveries that asked for it, oldest first; the last of many. For traces alone. */
  readonly causes?: readonly string[];
}

export interface Queueing {
  readonly boss: PgBoss;
  readonly store: Pick<EngineStore, 'db' | 'directory'>;
  /** The delivery for which it is asked; null where there is none. */
  readonly cause?: string | null;
}

const mostCauses = 16;

// Deliveries that come while one waits: it is worked for them too.
const cause = `
  update ${jobSchema}.job set data = jsonb_set(data, '{causes}', (
    select coalesce(jsonb_agg(id order by place), '[]') from (
      select id, place from jsonb_array_elements(coalesce(data->'causes', '[]') || to_jsonb($3::text)) with ordinality as all_of(id, place)
      order by place desc limit ${mostCauses}
    ) as newest
  ))
  where name = $1 and singleton_key = $2 and state < 'active' and not coalesce(data->'causes', '[]') ? $3
`;

// A failure that waits for its next attempt is tried at once when something happened that people wait for. That attempt is
// not one of those after which it is given up: else a burst of events would give up a key within a minute.
const raise = `
  update ${jobSchema}.job set priority = greatest(priority, $3::int), retry_count = case when start_after > now() then greatest(retry_count - 1, 0) else retry_count end, start_after = least(start_after, now())
  where name = $1 and singleton_key = $2 and state < 'active'
`;

/** Asks for a look at a key. When one waits already, that one does for both, at the higher priority. */
export async function enqueueKey({ boss, store, cause: by = null }: Queueing, key: Key, priority: Priority): Promise<void> {
  const queue = queueOf(key.kind);
  const text = formatKey(key);
  const lane = await laneOf(store, key);
  const { waiting, number } = await takePlace(store.db, { queue, key: text, lane, priority });
  if (waiting === 0) {
    const job: KeyJob = { key: text, lane, ...(by === null ? {} : { causes: [by] }) };
    // The group is what makes jobs of one key run one after another (`groupConcurrency: 1` at the worker), and of one
    // installation where seeding is concerned: GitHub counts all that it creates together.
    const group = { id: key.kind === 'seed' ? `installation/${lane}` : text };
    const sent = await boss.send(queue, job, { singletonKey: text, priority: number ?? 0, group });
    // Null: somebody else sent one in between, which may wait among what nobody waits for.
    if (sent !== null) return;
  }
  if (by !== null) await store.db.query(cause, [queue, text, by]);
  if (priority === 'now') await store.db.query(raise, [queue, text, String(number ?? -2_147_483_648)]);
}

async function laneOf({ directory }: Queueing['store'], key: Key): Promise<number> {
  if (key.kind === 'install') return key.installation;
  return (await directory.repository(key.repository))?.installation ?? 0;
}
