import type { Decision } from '../../core/people/decision.ts';
import type { Database } from '../database.ts';
import { appendDecision } from './append-decision.ts';
import { markCommand } from './mark-command.ts';

/**
 * Keeps decisions that were read back from their receipts, and marks the commands that they answered, so that none is
 * decided a second time. What is there already stays as it is. Returns how many were new.
 */
export async function restoreDecisions(db: Database, decisions: readonly Decision[]): Promise<number> {
  let fresh = 0;
  await db.transaction(async (transaction) => {
    for (const decision of decisions) {
      if (await appendDecision(transaction, decision)) fresh += 1;
      const { commentId, bodyHash, line } = decision.source;
      await markCommand(transaction, { repository: decision.repository, commentId, bodyHash, line }, { outcome: 'answered', at: decision.at });
    }
  });
  return fresh;
}
