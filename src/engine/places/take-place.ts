import type { Priority } from '../../core/keys/keyed-work.ts';
import type { EngineDatabase } from '../engine-store.ts';
import { jobSchema } from '../job-schema.ts';
import { ranks, turnsInRank } from './ranks.ts';

/** Who asks for a place in a queue, and for what. */
export interface PlaceWanted {
  readonly queue: string;
  readonly key: string;
  /** The installation whose work it is; 0 where it is not known. */
  readonly lane: number;
  readonly priority: Priority;
}

export interface Place {
  /** How many jobs of the key wait already. */
  readonly waiting: number;
  /** The number under which to wait; null where one waits that is as urgent. */
  readonly number: number | null;
}

const sql = `
  with waiting as (
    select priority from ${jobSchema}.job where name = $1 and singleton_key = $2 and state < 'active'
  ), wanted as (
    select not exists (select from waiting where priority > $4::int - ${turnsInRank}) as it
  ), front as (
    select $4::int - priority as turn from ${jobSchema}.job
    where name = $1 and state < 'active' and not blocked and start_after <= now() and priority <= $4::int and priority > $4::int - ${turnsInRank}
    order by priority desc limit 1
  ), begins as (
    select coalesce((select turn from front), (select max(turn) from sprintgate.turns where rank = $4::int), 0) as turn
  ), taken as (
    insert into sprintgate.turns as mine (lane, rank, turn) select $3::bigint, $4::int, begins.turn from begins, wanted where wanted.it
    on conflict (lane, rank) do update set turn = greatest(mine.turn + 1, excluded.turn) returning turn
  )
  select (select count(*) from waiting)::int as waiting, $4::int - (select turn from taken) as number
`;

/**
 * Takes the next turn of an installation: one behind its own last, and no earlier than where the queue stands now. So the
 * installations of a rank take turns one by one, whoever was there first and however much each of them asks for.
 */
export async function takePlace(db: EngineDatabase, { queue, key, lane, priority }: PlaceWanted): Promise<Place> {
  const [row] = await db.query<{ waiting: number; number: number | null }>(sql, [queue, key, String(lane), String(ranks[priority])]);
  const place = { waiting: row?.waiting ?? 0, number: row?.number ?? null };
  // Turns only grow; after years of work they begin anew, and for a moment some wait longer than they should.
  if (place.number !== null && ranks[priority] - place.number > turnsInRank - 100_000_000)
    await db.query('delete from sprintgate.turns where rank = $1::int', [String(ranks[priority])]);
  return place;
}
