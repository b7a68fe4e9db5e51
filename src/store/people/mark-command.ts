import type { Database } from '../database.ts';
import type { CommandMark } from './command-mark.ts';

/**
 * Notes that a command was answered, and how. False when it was marked before. Mark in the transaction that keeps what
 * the command did, or after it: a mark that comes first would lose the command when the process is killed in between.
 */
export async function markCommand(db: Database, mark: CommandMark, answer: { outcome: string; at: string }): Promise<boolean> {
  const sql = `
    insert into sprintgate.command_marks (repository, comment_id, body_hash, line, outcome, at) values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing returning line`;
  const rows = await db.query(sql, [mark.repository, mark.commentId, mark.bodyHash, mark.line, answer.outcome, answer.at]);
  return rows.length > 0;
}
