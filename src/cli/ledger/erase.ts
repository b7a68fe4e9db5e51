import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { type Erased, eraseEntries } from '../../store/ledger/erase-entries.ts';
import { printJson, printLine } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { entryNumber, ledgerRepository, type RepositoryOption } from './ledger-repository.ts';
import { changingLedger } from './open-ledger.ts';
import { signingKey } from './receipt-keys.ts';

interface ErasingOptions extends DatabaseOption, RepositoryOption {
  readonly because?: string;
  readonly installation?: string;
  readonly json?: true;
}

const asOwner = `
Reads PRIVATE_KEY or PRIVATE_KEY_PATH, and signs as the app signs receipts. It needs the owner of the tables (DATABASE_MIGRATION_URL,
where the app has a role of its own). Decisions of people stay: gates rest on them. Copies and exports are not reached.

`;

/** Until GitHub ends a deployment that waits: what was said of it is read from the ledger. */
const waitingDays = 31;

export const eraseCommand = withErasing(new Command('erase'))
  .description('Erase what one entry says, for good, when a person asks for it. Its link stays, and a signed entry says so.')
  .argument('<entry>', 'the number of the entry')
  .requiredOption('--because <reason>', 'why, in words that name nobody: they stay')
  .addHelpText('after', `${asOwner}Example:\n  sprintgate ledger erase 41 --repo acme/scoring --because 'request 2027-14'`)
  .action((entry: string, options: ErasingOptions) => erase(options, { seq: entryNumber(entry) }));

export const pruneCommand = withErasing(new Command('prune'))
  .description('Let go of what all entries before a date say. Their links stay, and one signed entry stands for them.')
  .requiredOption('--before <date>', 'YYYY-MM-DD, at the latest a month ago')
  .option('--because <reason>', 'why', 'retention')
  .addHelpText('after', `${asOwner}Example:\n  sprintgate ledger prune --repo acme/scoring --before 2022-01-01`)
  .action((options: ErasingOptions & { before: string }) => erase(options, { before: dateBefore(options.before) }));

function withErasing(command: Command): Command {
  return command
    .option('--repo <owner/name>', 'the repository (default: the only one that has a ledger)')
    .option('--id <number>', 'the repository by its numeric id')
    .option('--installation <number>', 'the installation whose key signs, where the app is no longer installed')
    .option(...databaseOption)
    .option('--json', 'print `{ tombstone, parts }`');
}

async function erase(options: ErasingOptions, what: Erased): Promise<void> {
  const because = options.because?.trim();
  if (!because || because.length > 200) throw new InputError('--because is empty, or longer than 200 characters.');
  const report = await changingLedger(options, async (db) => {
    const repository = await ledgerRepository(db, options);
    const keys = signingKey(options.installation === undefined ? repository.installation : entryNumber(options.installation));
    return eraseEntries(db, { repository: repository.id, what, at: new Date().toISOString(), because, keys });
  });
  if (options.json) return printJson(report);
  const { tombstone, parts } = report;
  if (!tombstone) return printLine('Nothing to erase: there is no such entry, or it was erased before.');
  const { entries, from, to } = tombstone;
  printLine(`${entries} ${entries === 1 ? `entry erased (${from})` : `entries erased (${from} to ${to})`}, and ${parts} parts that they alone rested on.`);
}

function dateBefore(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new InputError(`"${text}" is not a date; write YYYY-MM-DD.`);
  if (Date.now() - time < waitingDays * 86_400_000)
    throw new InputError(`${text} is less than ${waitingDays} days ago; deployments that still wait rest on what was said since.`);
  return new Date(time).toISOString();
}
