import type { Decision } from '../../core/people/decision.ts';
import type { Database } from '../database.ts';
import { appendLedgerEntry } from '../ledger/append-ledger-entry.ts';
import { appendDecision } from './append-decision.ts';
import { markCommand } from './mark-command.ts';

/**
 * Keeps decisions that were read back from their receipts, and marks the commands that they answered, so that none is
 * decided a second time. What is there already stays as it is; the ledger records what is new. Returns how many were new.
 */
export async function restoreDecisions(db: Database, decisions: readonly Decision[]): Promise<number> {
  const fresh: Decision[] = [];
  await db.transaction(async (transaction) => {
    for (const decision of decisions) {
      if (await appendDecision(transaction, decision)) fresh.push(decision);
      const { commentId, bodyHash, line } = decision.source;
      await markCommand(transaction, { repository: decision.repository, commentId, bodyHash, line }, { outcome: 'answered', at: decision.at });
    }
    for (const [repository, restored] of Map.groupBy(fresh, (decision) => decision.repository)) {
      const payload = { decision: { restored: true, decisions: restored }, plan: [] };
      await appendLedgerEntry(transaction, { repository, at: new Date().toISOString(), kind: 'decision', subject: `${repository}/receipts`, payload });
    }
  });
  return fresh.length;
}
