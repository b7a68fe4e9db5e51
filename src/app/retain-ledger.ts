import { deriveReceiptKey } from '../core/people/derive-receipt-key.ts';
import { eraseEntries } from '../store/ledger/erase-entries.ts';
import { findOverdue, mayErase, type Overdue } from '../store/ledger/find-overdue.ts';
import type { ReconcileContext } from './reconcile-context.ts';

type Context = Pick<ReconcileContext, 'store' | 'log' | 'now' | 'privateKey'>;

const day = 86_400_000;

/**
 * Lets go of what ledger entries say once they are older than so many days, each repository's with a signed entry: once a day,
 * in one process. A role that may not erase changes nothing and logs what the owner of the tables runs.
 */
export function retainLedger(context: Context, days: number): () => Promise<void> {
  let lastDay: number | null = null;
  return async () => {
    const today = Math.floor(Date.parse(context.now()) / day);
    if (lastDay === today) return;
    await context.store.withLock('ledger/retention', () => letGo(context, new Date((today - days) * day).toISOString()));
    lastDay = today;
  };
}

async function letGo(context: Context, before: string): Promise<void> {
  const { log, store } = context;
  const overdue = await findOverdue(store.db, before);
  if (overdue.length === 0) return;
  const may = await mayErase(store.db);
  for (const each of overdue) {
    const run = `sprintgate ledger prune --id ${each.repository} --before ${before.slice(0, 10)}`;
    const facts = { repository: each.repository, run };
    if (!may) log.warn(facts, 'LEDGER_RETENTION_DAYS: this role may not erase; run this with DATABASE_MIGRATION_URL');
    else if (each.installation === null)
      log.warn(facts, 'LEDGER_RETENTION_DAYS: the installation is not known any more; run this with --installation NUMBER, whose key signs');
    else await erase(context, each, before);
  }
}

async function erase({ store, log, now, privateKey }: Context, { repository, installation }: Overdue, before: string): Promise<void> {
  const keys = deriveReceiptKey(privateKey, installation ?? 0);
  const { tombstone, parts } = await eraseEntries(store.db, { repository, what: { before }, at: now(), because: 'retention', keys });
  log.info({ repository, before, entries: tombstone?.entries ?? 0, parts }, 'the ledger let go of what was older than LEDGER_RETENTION_DAYS');
}
