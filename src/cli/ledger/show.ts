import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { decidedPull, type DecidedPull } from '../../core/ledger/decided-pull.ts';
import { judgedIn } from '../../core/ledger/decision-payload.ts';
import { renderDecidedPull } from '../../core/ledger/render-decided-pull.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Database } from '../../store/database.ts';
import { findDecided } from '../../store/ledger/find-decided.ts';
import { readSnapshot } from '../../store/ledger/read-snapshot.ts';
import { langOption } from '../lang-option.ts';
import { printJson, printLine } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { ledgerRepository, type RepositoryOption } from './ledger-repository.ts';
import { readingLedger } from './open-ledger.ts';
import { timeOf } from './time-of.ts';

interface ShowOptions extends DatabaseOption, RepositoryOption {
  readonly pull: string;
  readonly at?: string;
  readonly lang?: Locale;
  readonly json?: true;
}

export const showCommand = new Command('show')
  .description('Show why the gates of a pull request stood as they did on a date: what was required and seen, who decided, what was posted.')
  .requiredOption('--pull <number>', 'the pull request')
  .option('--at <date>', 'YYYY-MM-DD (its end, UTC) or an ISO time (default: the last that was decided)')
  .option('--repo <owner/name>', 'the repository (default: the only one that has a ledger)')
  .option('--id <number>', 'the repository by its numeric id')
  .option(...databaseOption)
  .addOption(langOption())
  .option('--json', 'print it as JSON')
  .addHelpText(
    'after',
    `
What a verdict says is in the language in which it was given. An entry that was tampered with is left out: \`ledger verify\` names it.

Example:
  sprintgate ledger show --repo acme/scoring --pull 12 --at 2027-03-31`,
  )
  .action(async (options: ShowOptions) => {
    const { decided, locale } = await readingLedger(options, (db) => read(db, options));
    if (options.json) printJson(decided);
    else printLine(renderDecidedPull(decided, options.lang ?? locale));
  });

async function read(db: Database, options: ShowOptions): Promise<{ decided: DecidedPull; locale: Locale }> {
  const pull = Number(options.pull);
  if (!Number.isInteger(pull) || pull < 1) throw new InputError(`"${options.pull}" is not the number of a pull request.`);
  const { id: repository } = await ledgerRepository(db, options);
  const entries = await findDecided(db, { repository, pull, until: timeOf(options.at) });
  const last = entries.findLast(({ payload }) => payload.decision.gates !== undefined);
  const [judgement] = last ? judgedIn(last.payload) : [];
  const snapshot = judgement ? await readSnapshot(db, { repository, digest: judgement.snapshot }) : null;
  const decided = decidedPull(pull, entries, judgement ? { judged: judgement.judged, snapshot } : null);
  if (!decided) throw new InputError(`the ledger says nothing of #${pull} up to then: it was not judged yet, or what was said was erased.`);
  const policy = snapshot?.policy;
  return { decided, locale: policy?.kind === 'in-force' ? policy.policy.locale : policy?.kind === 'broken' ? policy.locale : 'en' };
}
