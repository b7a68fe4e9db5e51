import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { decidedPull, type DecidedPull } from '../../core/ledger/decided-pull.ts';
import { judgedIn } from '../../core/ledger/decision-payload.ts';
import { renderDecidedDeployment } from '../../core/ledger/render-decided-deployment.ts';
import { renderDecidedPull } from '../../core/ledger/render-decided-pull.ts';
import type { KnownMerge } from '../../core/ledger/merge-facts.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { readMerge } from '../../github/ledger/read-merge.ts';
import type { Database } from '../../store/database.ts';
import { findMerge } from '../../store/known/find-merge.ts';
import { findDecided } from '../../store/ledger/find-decided.ts';
import { readSnapshot } from '../../store/ledger/read-snapshot.ts';
import { githubClient, repositoryName } from '../github-client.ts';
import { langOption } from '../lang-option.ts';
import { printJson, printLine } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { ledgerRepository, type RepositoryOption } from './ledger-repository.ts';
import { readingLedger } from './open-ledger.ts';
import { showDeployment } from './show-deployment.ts';
import { timeOf } from './time-of.ts';

interface ShowOptions extends DatabaseOption, RepositoryOption {
  readonly pull?: string;
  readonly deploy?: string;
  readonly at?: string;
  readonly github?: true;
  readonly lang?: Locale;
  readonly json?: true;
}

export const showCommand = new Command('show')
  .description(
    'Show why the gates of a pull request stood as they did on a date, or why a deployment was let through or held: what was required and seen, who decided, what was posted.',
  )
  .option('--pull <number>', 'the pull request, also as part of a merge group')
  .option('--deploy <run>', 'the workflow run whose deployments waited, by the number in its address')
  .option('--at <date>', 'YYYY-MM-DD (its end, UTC) or an ISO time (default: the last that was decided)')
  .option('--github', 'ask GitHub when and by whom it was merged (GITHUB_TOKEN, GITHUB_API_URL); else what webhooks told is shown')
  .option('--repo <owner/name>', 'the repository (default: the only one that has a ledger)')
  .option('--id <number>', 'the repository by its numeric id')
  .option(...databaseOption)
  .addOption(langOption())
  .option('--json', 'print it as JSON')
  .addHelpText(
    'after',
    `
What a verdict says is in the language in which it was given. An entry that was tampered with is left out: \`ledger verify\` names it.

Examples:
  sprintgate ledger show --repo acme/scoring --pull 12 --at 2027-03-31
  sprintgate ledger show --repo acme/scoring --deploy 4711`,
  )
  .action(async (options: ShowOptions) => {
    if ((options.pull === undefined) === (options.deploy === undefined)) throw new InputError('name either --pull NUMBER or --deploy RUN.');
    if (options.deploy !== undefined) return printDeployment(options, options.deploy);
    const { decided, locale, merge: kept, name } = await readingLedger(options, (db) => read(db, options));
    const merge = options.github ? await askMerge(name, decided.pull) : kept;
    if (options.json) printJson({ ...decided, merge });
    else printLine(renderDecidedPull({ ...decided, merge }, options.lang ?? locale));
  });

async function printDeployment(options: ShowOptions, deploy: string): Promise<void> {
  const run = Number(deploy);
  if (!Number.isSafeInteger(run) || run < 1) throw new InputError(`"${deploy}" is not the number of a workflow run.`);
  const { environments, locale } = await readingLedger(options, async (db) => {
    const { id: repository } = await ledgerRepository(db, options);
    return showDeployment(db, { repository, run, until: timeOf(options.at) });
  });
  if (options.json) printJson(environments);
  else printLine(renderDecidedDeployment(environments, options.lang ?? locale));
}

async function askMerge(name: string | null, pull: number): Promise<KnownMerge> {
  if (name === null) throw new InputError('the name of this repository is not known here, so that GitHub cannot be asked; leave out --github.');
  return readMerge(githubClient(process.env), repositoryName(name), pull);
}

interface Read {
  readonly decided: DecidedPull;
  readonly locale: Locale;
  readonly merge: KnownMerge;
  readonly name: string | null;
}

async function read(db: Database, options: ShowOptions): Promise<Read> {
  const pull = Number(options.pull);
  if (!Number.isInteger(pull) || pull < 1) throw new InputError(`"${options.pull}" is not the number of a pull request.`);
  const { id: repository, name } = await ledgerRepository(db, options);
  const entries = await findDecided(db, { repository, pull, until: timeOf(options.at) });
  const last = entries.findLast(({ payload }) => payload.decision.gates !== undefined);
  const [judgement] = last ? judgedIn(last.payload) : [];
  const snapshot = judgement ? await readSnapshot(db, { repository, digest: judgement.snapshot }) : null;
  const decided = decidedPull(pull, entries, judgement ? { judged: judgement.judged, snapshot } : null);
  if (!decided) throw new InputError(`the ledger says nothing of #${pull} up to then: it was not judged yet, or what was said was erased.`);
  const policy = snapshot?.policy;
  const told = await findMerge(db, repository, pull);
  const merge: KnownMerge = told ? { kind: 'merged', ...told } : { kind: 'unknown' };
  return { decided, merge, name, locale: policy?.kind === 'in-force' ? policy.policy.locale : policy?.kind === 'broken' ? policy.locale : 'en' };
}
