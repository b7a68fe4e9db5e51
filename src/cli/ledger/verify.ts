import { Command } from 'commander';
import { InputError } from '../../core/errors/input-error.ts';
import { checkSeal } from '../../core/ledger/export-seal.ts';
import type { LedgerReader } from '../../core/ledger/ledger-reader.ts';
import { type ChainHead, verifyChain } from '../../core/ledger/verify-chain.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { type PublishedHead, readPublishedHeads } from '../../github/ledger/read-published-heads.ts';
import { databaseLedger } from '../../store/ledger/database-ledger.ts';
import { githubClient, repositoryName } from '../github-client.ts';
import { langOption } from '../lang-option.ts';
import { printJson } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { fileLedger } from './ledger-file.ts';
import { ledgerRepositories, type RepositoryOption } from './ledger-repository.ts';
import { readingLedger } from './open-ledger.ts';
import { printReport, type Verified } from './print-report.ts';
import { trustedKeys } from './receipt-keys.ts';

interface VerifyOptions extends DatabaseOption, RepositoryOption {
  readonly github?: true;
  readonly commits: string;
  readonly appSlug: string;
  readonly file?: string;
  readonly receiptKey?: string[];
  readonly lang?: Locale;
  readonly json?: true;
}

export const verifyCommand = new Command('verify')
  .description('Check the ledger link by link, and that nothing it rests on was changed. It reads, and never repairs.')
  .option('--repo <owner/name>', 'one repository (default: all that have a ledger)')
  .option('--id <number>', 'one repository by its numeric id, also when it was renamed or is gone')
  .option('--github', 'compare with the ends of the ledger that checks published on GitHub (GITHUB_TOKEN, GITHUB_API_URL)')
  .option('--commits <count>', 'with --github: on how many head commits to look, newest pull requests first; a request each', '20')
  .option('--app-slug <slug>', 'the app whose checks count, as in its address', 'sprintgate')
  .option('--file <export>', 'a file that `ledger export` wrote, instead of a database')
  .option('--receipt-key <key...>', 'public keys by which erasures must be signed (or SPRINTGATE_RECEIPT_KEY; else from PRIVATE_KEY)')
  .option(...databaseOption)
  .addOption(langOption().default('en'))
  .option('--json', 'print `[{ repository, name, entries, erased, parts, head, published, faults }]`')
  .addHelpText(
    'after',
    `
Ends with 0 when every ledger holds, 1 when one does not, 2 when it could not be checked, or when --github found nothing to
compare with. On Postgres the app may run meanwhile; an embedded database has one process: stop the app first, or verify an export.

Examples:
  sprintgate ledger verify --database postgres://sprintgate@db/sprintgate
  GITHUB_TOKEN=… sprintgate ledger verify --repo acme/scoring --github
  sprintgate ledger verify --file scoring.ledger`,
  )
  .action(async (options: VerifyOptions) => {
    const verified = options.file === undefined ? await readingLedger(options, (db) => verifyAll(options, db)) : [await verifyFile(options, options.file)];
    if (options.json) printJson(verified);
    else for (const report of verified) printReport(report, options.lang ?? 'en');
    if (verified.length === 0) throw new InputError('this database holds no ledger yet.');
    if (verified.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
    else if (verified.some(({ published }) => published?.length === 0)) process.exitCode = 2;
  });

async function verifyAll(options: VerifyOptions, db: Parameters<typeof databaseLedger>[0]): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const { id, name, installation } of await ledgerRepositories(db, options))
    verified.push(await verifyOne(options, { ...databaseLedger(db, id), name, installation }));
  return verified;
}

async function verifyFile(options: VerifyOptions, file: string): Promise<Verified> {
  const { seal, ...ledger } = await fileLedger(file);
  const sealed = seal === null ? [] : [seal.sealed.head];
  const verified = await verifyOne(options, { ...ledger, installation: null }, sealed);
  const faults = checkSeal(seal, ledger.repository, trustedKeys(options.receiptKey, null));
  return { ...verified, seal: seal?.sealed.key ?? null, faults: [...faults, ...verified.faults] };
}

async function verifyOne(
  options: VerifyOptions,
  ledger: LedgerReader & { name: string | null; installation: number | null },
  sealed: readonly ChainHead[] = [],
): Promise<Verified> {
  const keys = trustedKeys(options.receiptKey, ledger.installation);
  const published = options.github ? await readHeads(options, ledger.name) : null;
  return { ...(await verifyChain(ledger, { keys, published: [...sealed, ...(published ?? [])] })), name: ledger.name, published, keyed: keys.length > 0 };
}

async function readHeads({ repo, commits, appSlug }: VerifyOptions, known: string | null): Promise<PublishedHead[]> {
  const name = repo ?? known;
  if (name === null) throw new InputError('the name of this repository is not known any more; give it with --repo owner/name.');
  const count = Number(commits);
  if (!Number.isInteger(count) || count < 1 || count > 100) throw new InputError('--commits is not a number from 1 to 100.');
  return readPublishedHeads(githubClient(process.env), repositoryName(name), { appSlug, commits: count });
}
