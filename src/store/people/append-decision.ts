import type { Decision } from '../../core/people/decision.ts';
import type { Database } from '../database.ts';

/** Keeps a decision for good. False when it was there already: the same command is never counted twice. */
export async function appendDecision(db: Database, decision: Decision): Promise<boolean> {
  const sql = `
    insert into sprintgate.decisions (id, repository, kind, subject, at, body) values ($1, $2, $3, $4, $5, $6)
    on conflict (id) do nothing returning id`;
  const rows = await db.query(sql, [decision.id, decision.repository, decision.kind, decision.subject, decision.at, JSON.stringify(decision)]);
  return rows.length > 0;
}
