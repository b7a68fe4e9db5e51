import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { findDelivery } from '../../store/inbox/find-delivery.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOption, existingDatabase } from '../store/database-of.ts';

export const replayCommand = new Command('replay')
  .description('Have deliveries worked anew that were worked or given up, while their bodies are kept. They only cause looks, so it does no harm.')
  .argument('<ids...>', 'as GitHub and `sprintgate deliveries list` show them')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
A running app takes them up within ten seconds.

Example:
  DATABASE_URL=postgres://… sprintgate deliveries replay 7c3f2a10-5a7e-11f1-8f1e-2f4bd1d0b0a1`,
  )
  .action(async (ids: readonly string[], options: DatabaseOption) => {
    const store = await openStore(existingDatabase(options), { asItIs: true });
    const refused: string[] = [];
    try {
      for (const id of ids) {
        if (await store.inbox.replay(id)) printLine(`${id}: will be worked anew`);
        else refused.push(`${id}: ${await whyNot(store, id)}`);
      }
    } finally {
      await store.close();
    }
    if (refused.length > 0) throw new InputError(refused.join('\n'));
  });

async function whyNot({ db }: Store, id: string): Promise<string> {
  const found = await findDelivery(db, id);
  if (!found) return 'no such delivery is known';
  return found.state === 'waiting' ? 'it waits already' : 'its body was dropped; have GitHub send it again';
}
