import type { Database } from '../database.ts';

export interface Delivery {
  /** GitHub's GUID: the same again when it redelivers. */
  readonly id: string;
  readonly event: string;
  /** The body as it was signed: UTF-8. */
  readonly body: Uint8Array | string;
}

// All bodies are one parameter, cut apart in the database: one statement for any number of rows, sent as they are. A bytea
// parameter of its own for each costs PGlite 1.2 ms (it writes them in hex), an array of them costs Postgres the same.
// In the order of the ids, so that two processes that keep the same deliveries do not wait for each other crosswise.
// One that is being tried again has a reason too, but is not done: it goes on as it is.
const sql = `
  insert into sprintgate.inbox (id, event, body)
  select id, event, substr($1::bytea, start, length)
  from unnest($2::text[], $3::text[], $4::int[], $5::int[]) as given (id, event, start, length)
  order by id
  on conflict (id) do update set body = excluded.body, body_sha256 = null, done_at = null, claimed_until = null, attempts = 0, error = null
  where inbox.done_at is not null and inbox.error is not null
  returning id
`;

/**
 * Keeps deliveries, each id at most once among them, in one statement that is one commit. Gives the ids of those that are
 * fresh: the others were there already, because GitHub sent them twice. One that was given up is worked anew when it is
 * redelivered, and counts as fresh. When this returns, they survive a killed process.
 */
export async function appendDeliveries(db: Pick<Database, 'query'>, deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> {
  const bodies = deliveries.map(({ body }) => (typeof body === 'string' ? Buffer.from(body) : body));
  const starts: number[] = [];
  let end = 1;
  for (const body of bodies) {
    starts.push(end);
    end += body.byteLength;
  }
  const rows = await db.query<{ id: string }>(sql, [
    bodies.length === 1 && bodies[0] ? bodies[0] : Buffer.concat(bodies),
    deliveries.map(({ id }) => id),
    deliveries.map(({ event }) => event),
    starts,
    bodies.map((body) => body.byteLength),
  ]);
  return new Set(rows.map(({ id }) => id));
}
