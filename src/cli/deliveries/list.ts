import { Command, InvalidArgumentError } from 'commander';
import type { KnownDelivery } from '../../store/inbox/known-delivery.ts';
import { listDeliveries } from '../../store/inbox/list-deliveries.ts';
import { openStore } from '../../store/open-store.ts';
import { printJson, printLine, styled } from '../print.ts';
import { type DatabaseOption, databaseOption, existingDatabase } from '../store/database-of.ts';

interface ListOptions extends DatabaseOption {
  readonly all?: true;
  readonly limit: number;
  readonly json?: true;
}

export const listCommand = new Command('list')
  .description('List deliveries that wait or were given up, newest first, each with its reason.')
  .option('--all', 'also those that were worked')
  .option('--limit <count>', 'at most so many', countOf, 100)
  .option('--json', 'print `[{ id, event, state, attempts, reason, receivedAt, doneAt }]`')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
An embedded database belongs to one process: stop the app first.

Example:
  DATABASE_URL=postgres://… sprintgate deliveries list`,
  )
  .action(async (options: ListOptions) => {
    const store = await openStore(existingDatabase(options), { asItIs: true });
    try {
      const deliveries = await listDeliveries(store.db, { which: options.all ? 'all' : 'open', limit: options.limit });
      if (options.json) printJson(deliveries);
      else if (deliveries.length === 0) printLine(options.all ? 'No delivery is known.' : 'No delivery waits, and none was given up.');
      else for (const delivery of deliveries) printDelivery(delivery);
    } finally {
      await store.close();
    }
  });

/** Prints a delivery in one line, and below it why its last attempt failed. */
function printDelivery({ id, event, state, attempts, reason, receivedAt }: KnownDelivery): void {
  printLine(`${styled('bold', id)}  ${event}  ${state}, received ${receivedAt}, attempts: ${attempts}`);
  if (reason !== null) printLine(`  ${reason}`);
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Write a number from 1 to 99999.');
  return Number(text);
}
