import { readFileSync, writeFileSync } from 'node:fs';
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
import { githubClient, repositoryName } from '../github-client.ts';
import { attachBundle, type Attached } from './attach-bundle.ts';
import { chooseTag } from './choose-tag.ts';
import { findRelease } from './find-release.ts';
import { refuseOtherTag } from './refuse-other-tag.ts';

interface BundleOptions extends DatabaseOption, RepositoryOption {
  readonly release: string;
  readonly at?: string;
  readonly out?: string;
  readonly attach?: string | true;
  readonly replace?: true;
  readonly json?: true;
}

export const bundleCommand = new Command('bundle')
  .description('Write the auditor’s bundle of a release: report, control matrix, OSCAL, ledger and policy in one archive that `verify` checks offline.')
  .requiredOption('--release <release>', 'number of the release pull request, or the commit, tag or branch that it led to')
  .option('--repo <owner/name>', 'the repository (default: the only one that has a ledger)')
  .option('--id <number>', 'the repository by its numeric id')
  .option('--at <date>', 'as it was decided by then: YYYY-MM-DD (its end, UTC) or an ISO time (default: the last that was decided)')
  .option('--out <file>', 'the file to write; there must be no other of this name (default: named by repository, pull request and entry)')
  .option('--attach [tag]', 'put it on the GitHub Release of this tag, too (default: the tag that --release names)')
  .option('--replace', 'take away what is attached there by this name with other bytes')
  .option(...databaseOption)
  .option('--json', 'print `{ file, sha256, signer, manifest, attached }`')
  .addHelpText(
    'after',
    `
Signs with BUNDLE_SIGNING_KEY (an Ed25519 key as PEM, or BUNDLE_SIGNING_KEY_FILE), or through the key service at BUNDLE_SIGNER_URL.
There is no key by default: without one the bundle says that it is not signed. The same ledger, key and version give the same bytes.

--attach works in your own name: GITHUB_TOKEN must hold "contents: write". The release must be published, and its tag lead to this release pull request.
The same bundle again does nothing. On a public repository everybody can download it: it holds the names and words of people who decided.

Examples:
  BUNDLE_SIGNING_KEY_FILE=bundle-key.pem sprintgate bundle --release 41 --repo acme/scoring
  GITHUB_TOKEN=… sprintgate bundle --release v1.4.0 --repo acme/scoring --attach`,
  )
  .action(async (options: BundleOptions) => {
    const tag = chooseTag(options);
    const { bundle, name } = await readingLedger(options, (db) => make(db, options, tag));
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
    const attached = tag === null ? null : await attach(bundle, { tag, name, replace: options.replace === true });
    if (options.json) return printJson({ file, sha256: sha256(bundle.bytes), signer: manifest.signer, manifest, attached });
    printLine(`${file}: ${bundle.files.length} files, ${bundle.bytes.length} bytes, sha256 ${sha256(bundle.bytes)}`);
    printLine(`  #${manifest.release.pull} ${manifest.release.verdict} on ${manifest.release.commit}, entry ${manifest.decided.seq} of ${manifest.decided.at}`);
    if (manifest.signer !== null) printLine(`  signed with ${manifest.signer}`);
    if (attached) printLine(`  ${attached.done} on ${tag}: ${attached.url}`);
  });

async function make(db: Database, options: BundleOptions, tag: string | null): Promise<{ readonly bundle: AuditBundle; readonly name: string | null }> {
  const repository = await ledgerRepository(db, options);
  const pull = await findRelease(db, repository, options.release);
  if (tag !== null && tag !== options.release) await refuseOtherTag(db, repository, { tag, pull });
  const asked = /^#?\d+$/.test(options.release) ? {} : { asked: options.release };
  const bundle = await bundleRelease(db, { repository, pull, until: timeOf(options.at), signer: await chooseSigner(process.env), ...asked });
  return { bundle, name: repository.name };
}

interface Target {
  readonly tag: string;
  /** `owner/name` of the repository. */
  readonly name: string | null;
  readonly replace: boolean;
}

function attach({ name: file, bytes }: AuditBundle, { tag, name, replace }: Target): Promise<Attached> {
  if (name === null) throw new InputError('the name of this repository is not known any more: attach the file with `gh release upload`.');
  return attachBundle(githubClient(process.env), { name: repositoryName(name), tag, file: { name: file, bytes }, replace });
}

/** Its owner alone may read it: it holds what people wrote. The same file again is left as it is. */
function writeNew(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      if (readFileSync(file).equals(bytes)) return;
      throw new InputError(`${file} is there already; name another with --out.`, { cause: error });
    }
    throw error;
  }
}
