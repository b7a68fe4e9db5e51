import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { findDelivery } from '../../store/inbox/find-delivery.ts';
import { openStore } from '../../store/open-store.ts';
import { printJson, printLine } from '../print.ts';
import { type DatabaseOption, databaseOption, existingDatabase } from '../store/database-of.ts';

interface ShowOptions extends DatabaseOption {
  readonly body?: true;
  readonly json?: true;
}

export const showCommand = new Command('show')
  .description('Show a delivery: its event, what became of it, and the hash of its body.')
  .argument('<id>', 'its id, as GitHub and `sprintgate deliveries list` show it')
  .option('--body', 'also the body, which may hold what people wrote')
  .option('--json', 'print `{ id, event, state, attempts, reason, receivedAt, doneAt, sha256, bytes }`, with --body also `body`')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
Example:
  DATABASE_URL=postgres://… sprintgate deliveries show 7c3f2a10-5a7e-11f1-8f1e-2f4bd1d0b0a1`,
  )
  .action(async (id: string, options: ShowOptions) => {
    const store = await openStore(existingDatabase(options), { asItIs: true });
    try {
      const found = await findDelivery(store.db, id);
      if (!found) throw new InputError(`${id}: no such delivery is known; they are forgotten after 30 days, or as long as bodies are kept`);
      const { body, ...facts } = found;
      if (options.json) return printJson(options.body ? found : facts);
      for (const [name, value] of Object.entries(facts)) printLine(`${`${name}:`.padEnd(12)} ${value ?? '–'}`);
      if (options.body) printLine(`\n${body ?? 'The body was dropped; only its hash is kept.'}`);
    } finally {
      await store.close();
    }
  });
