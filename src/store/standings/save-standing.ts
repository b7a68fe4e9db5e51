import { gzipSync } from 'node:zlib';
import { standingDay } from '../../core/standing/standing-day.ts';
import { standingSummary } from '../../core/standing/standing-summary.ts';
import type { Standing } from '../../core/standing/standing.ts';
import type { Database } from '../database.ts';

const whole = `
  insert into sprintgate.standings (repository, at, day, timezone, percent, summary, body) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (repository) do update set at = excluded.at, day = excluded.day, timezone = excluded.timezone,
    percent = excluded.percent, summary = excluded.summary, body = excluded.body
  where standings.at <= excluded.at
  returning repository
`;
const ofDay = `
  insert into sprintgate.standing_days (repository, day, percent, body) values ($1, $2, $3, $4)
  on conflict (repository, day) do update set percent = excluded.percent, body = excluded.body
`;

/** Keeps how a repository stands, and what is kept of it for its day. An older standing never replaces a newer one. */
export async function saveStanding(db: Database, repository: number, standing: Standing): Promise<void> {
  const { day, ...figures } = standingDay(standing);
  const { at, timezone, percent } = standing;
  const body = gzipSync(JSON.stringify(standing)).toString('base64');
  await db.transaction(async (transaction) => {
    const saved = await transaction.query(whole, [repository, at, day, timezone, percent, JSON.stringify(standingSummary(standing)), body]);
    if (saved.length > 0) await transaction.query(ofDay, [repository, day, percent, JSON.stringify(figures)]);
  });
}
