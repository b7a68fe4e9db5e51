import type { Database } from '../database.ts';

// GitHub redelivers for 3 days, GitHub Enterprise Server for 7. An id is some 200 bytes, so it is kept much longer.
const idDays = 30;

/**
 * Drops the bodies of deliveries done more than so many days ago, of which a hash stays, and deletes those done more than 30
 * days ago (or as many as the bodies are kept): until then the id tells that a delivery was there. Gives how many of each.
 */
export async function forgetDeliveries(db: Database, bodyDays: number): Promise<{ readonly bodies: number; readonly deliveries: number }> {
  const bodies = await db.query(
    `update sprintgate.inbox set body_sha256 = encode(sha256(body), 'hex'), body = null
     where done_at < now() - make_interval(days => $1) and body is not null returning id`,
    [bodyDays],
  );
  const deliveries = await db.query('delete from sprintgate.inbox where done_at < now() - make_interval(days => $1) returning id', [
    Math.max(idDays, bodyDays),
  ]);
  return { bodies: bodies.length, deliveries: deliveries.length };
}
