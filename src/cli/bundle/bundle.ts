import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { AuditBundle } from '../../audit/make-audit-bundle.ts';
import { chooseSigner } from '../../audit/keys/choose-signer.ts';
import { bundleRelease } from '../../app/audit/bundle-release.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { sha256 } from '../../core/markers/digest.ts';
import type { Database } from '../../store/database.ts';
import { ledgerRepository, type RepositoryOption } from '../ledger/ledger-repository.ts';
import { readingLedger } from '../ledger/open-ledger.ts';
import { timeOf } from '../ledger/time-of.ts';
import { printJson, printLine, styled } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';
import { findRelease } from './find-release.ts';

interface BundleOptions extends DatabaseOption, RepositoryOption {
  readonly release: string;
  readonly at?: string;
  readonly out?: string;
  readonly json?: true;
}

export const bundleCommand = new Command('bundle')
  .description('Write the auditor’s bundle of a release: report, control matrix, OSCAL, ledger and policy in one archive that `verify` checks offline.')
  .requiredOption('--release <release>', 'number of the release pull request, or the commit, tag or branch that it led to')
  .option('--repo <owner/name>', 'the repository (default: the only one that has a ledger)')
  .option('--id <number>', 'the repository by its numeric id')
  .option('--at <date>', 'as it was decided by then: YYYY-MM-DD (its end, UTC) or an ISO time (default: the last that was decided)')
  .option('--out <file>', 'the file to write; there must be none of this name (default: named by repository, pull request and entry)')
  .option(...databaseOption)
  .option('--json', 'print `{ file, sha256, signer, manifest }`')
  .addHelpText(
    'after',
    `
Signs with BUNDLE_SIGNING_KEY (an Ed25519 key as PEM, or BUNDLE_SIGNING_KEY_FILE), or through the key service at BUNDLE_SIGNER_URL.
There is no key by default: without one the bundle says that it is not signed. The same ledger, key and version give the same bytes. To attach it to a
GitHub Release, in your own name: \`gh release upload v1.4.0 FILE\`.

Examples:
  BUNDLE_SIGNING_KEY_FILE=bundle-key.pem sprintgate bundle --release 41 --repo acme/scoring
  GITHUB_TOKEN=… sprintgate bundle --release v1.4.0 --repo acme/scoring`,
  )
  .action(async (options: BundleOptions) => {
    const bundle = await readingLedger(options, (db) => make(db, options));
    const file = options.out ?? bundle.name;
    writeNew(file, bundle.bytes);
    const { manifest } = bundle;
    if (manifest.signer === null)
      console.error(
        styled(
          'yellow',
          'NOT SIGNED: there is no key (BUNDLE_SIGNING_KEY, BUNDLE_SIGNER_URL). Nobody vouches for this bundle; `verify` demands --allow-unsigned.',
        ),
      );
    if (options.json) return printJson({ file, sha256: sha256(bundle.bytes), signer: manifest.signer, manifest });
    printLine(`${file}: ${bundle.files.length} files, ${bundle.bytes.length} bytes, sha256 ${sha256(bundle.bytes)}`);
    printLine(`  #${manifest.release.pull} ${manifest.release.verdict} on ${manifest.release.commit}, entry ${manifest.decided.seq} of ${manifest.decided.at}`);
    if (manifest.signer !== null) printLine(`  signed with ${manifest.signer}`);
  });

async function make(db: Database, options: BundleOptions): Promise<AuditBundle> {
  const repository = await ledgerRepository(db, options);
  const pull = await findRelease(db, repository, options.release);
  const asked = /^#?\d+$/.test(options.release) ? {} : { asked: options.release };
  return bundleRelease(db, { repository, pull, until: timeOf(options.at), signer: await chooseSigner(process.env), ...asked });
}

/** Its owner alone may read it: it holds what people wrote. */
function writeNew(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new InputError(`${file} is there already; name another with --out.`, { cause: error });
    throw error;
  }
}
