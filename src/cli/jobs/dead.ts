import { Command } from 'commander';
import type { DeadLetter } from '../../engine/dead-letters/dead-letter.ts';
import { listDeadLetters } from '../../engine/dead-letters/list-dead-letters.ts';
import { openStore } from '../../store/open-store.ts';
import { printJson, printLine, styled } from '../print.ts';
import { type DatabaseOption, databaseOption, existingDatabase } from '../store/database-of.ts';

interface DeadOptions extends DatabaseOption {
  readonly all?: true;
  readonly json?: true;
}

export const deadCommand = new Command('dead')
  .description('List the keys that were given up, newest first, each with its reason.')
  .option('--all', 'also those that a later look resolved, for a week')
  .option('--json', 'print `[{ key, reason, attempts, since, at, resolvedAt }]`')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
The checks of these keys say "Cannot be evaluated" meanwhile. The app looks at them again by itself: every hour for a day, and whenever
something happens there. An embedded database belongs to one process: stop the app first.

Example:
  DATABASE_URL=postgres://… sprintgate jobs dead`,
  )
  .action(async (options: DeadOptions) => {
    const store = await openStore(existingDatabase(options), { asItIs: true });
    try {
      const letters = await listDeadLetters(store.db, options.all ? 'all' : 'standing');
      if (options.json) printJson(letters);
      else if (letters.length === 0) printLine('Nothing was given up.');
      else for (const letter of letters) printLetter(letter);
    } finally {
      await store.close();
    }
  });

function printLetter({ key, reason, attempts, since, at, resolvedAt }: DeadLetter): void {
  printLine(`${styled('bold', key)}  ${resolvedAt === null ? `given up ${at}` : `resolved ${resolvedAt}`}, after ${attempts} attempts since ${since}`);
  printLine(`  ${reason}`);
}
