import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { retryDeadLetters } from '../../engine/dead-letters/retry-dead-letters.ts';
import { openStore } from '../../store/open-store.ts';
import { printLine } from '../print.ts';
import { type DatabaseOption, databaseOption, existingDatabase } from '../store/database-of.ts';

interface RetryOptions extends DatabaseOption {
  readonly all?: true;
}

export const retryCommand = new Command('retry')
  .description('Have keys that were given up looked at again, by whichever process works the queue.')
  .argument('[keys...]', 'as `sprintgate jobs dead` lists them, e.g. 9412/pull/12')
  .option('--all', 'every key that was given up')
  .option(...databaseOption)
  .addHelpText(
    'after',
    `
Example:
  DATABASE_URL=postgres://… sprintgate jobs retry 9412/pull/12`,
  )
  .action(async (keys: readonly string[], options: RetryOptions) => {
    if ((keys.length === 0) === (options.all === undefined))
      throw new InputError('name the keys to look at again, or give --all; `sprintgate jobs dead` lists them');
    const store = await openStore(existingDatabase(options), { asItIs: true });
    try {
      const asked = await retryDeadLetters(store, options.all ? 'all' : keys);
      const unknown = keys.filter((key) => !asked.includes(key));
      for (const key of asked) printLine(`${key}: will be looked at again`);
      if (unknown.length > 0) throw new InputError(`${unknown.join(', ')}: not in the list of what was given up; \`sprintgate jobs dead\` shows it`);
      if (asked.length === 0) printLine('Nothing was given up.');
    } finally {
      await store.close();
    }
  });
