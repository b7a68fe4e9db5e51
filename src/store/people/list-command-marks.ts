import type { Database } from '../database.ts';
import type { CommandMark } from './command-mark.ts';

export interface StoredCommandMark extends CommandMark {
  readonly outcome: string;
  readonly at: string;
}

/** The marks of some comments of a repository. */
export async function listCommandMarks(db: Database, repository: number, commentIds: readonly number[]): Promise<StoredCommandMark[]> {
  const sql = `
    select repository, comment_id as "commentId", body_hash as "bodyHash", line, outcome, at
    from sprintgate.command_marks where repository = $1 and comment_id = any($2::bigint[]) order by comment_id, line`;
  return db.query<StoredCommandMark>(sql, [repository, commentIds]);
}
