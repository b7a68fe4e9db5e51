import { Command } from 'commander';
import { readKeyChain } from '../../app/audit/read-key-chain.ts';
import type { BundleSigner } from '../../audit/keys/bundle-signer.ts';
import { chooseSigner, nextSigner } from '../../audit/keys/choose-signer.ts';
import { isSignedKey, type SignedKey, signKey } from '../../audit/keys/key-statement.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { keyLedger } from '../../core/ledger/key-ledger.ts';
import type { Database } from '../../store/database.ts';
import { appendLedgerEntry } from '../../store/ledger/append-ledger-entry.ts';
import { lockChain } from '../../store/ledger/lock-chain.ts';
import { changingLedger } from '../ledger/open-ledger.ts';
import { printJson, printLine } from '../print.ts';
import { type DatabaseOption, databaseOption } from '../store/database-of.ts';

export const rotateCommand = new Command('rotate')
  .description('Have the key that signs bundles sign for a new one; the ledger records it. The first time without a new one, it records the key at hand.')
  .option(...databaseOption)
  .option('--json', 'print the keys that were recorded')
  .addHelpText(
    'after',
    `
The key of now comes from BUNDLE_SIGNING_KEY (or _FILE) or BUNDLE_SIGNER_URL, the new one from BUNDLE_SIGNING_KEY_NEXT (or _FILE) or
BUNDLE_SIGNER_URL_NEXT: both sign. Afterwards give the new one to the app as BUNDLE_SIGNING_KEY, and destroy the old one.

Example:
  BUNDLE_SIGNING_KEY_FILE=old.pem BUNDLE_SIGNING_KEY_NEXT_FILE=new.pem sprintgate keys rotate`,
  )
  .action(async (options: DatabaseOption & { json?: true }) => {
    const signers = { current: await chooseSigner(process.env), next: await nextSigner(process.env) };
    const recorded = await changingLedger(options, (db) => rotate(db, signers));
    if (options.json) return printJson(recorded);
    for (const { statement } of recorded)
      printLine(`${statement.key} is recorded${statement.previous === null ? ' as the first key' : `, signed by ${statement.previous}`}`);
  });

interface Signers {
  readonly current: BundleSigner | null;
  readonly next: BundleSigner | null;
}

async function rotate(db: Database, { current, next }: Signers): Promise<SignedKey[]> {
  if (!current) throw new InputError('there is no key of now; give it as BUNDLE_SIGNING_KEY, BUNDLE_SIGNING_KEY_FILE or BUNDLE_SIGNER_URL.');
  return db.transaction(async (transaction) => {
    await lockChain(transaction, keyLedger);
    const chain = await readKeyChain(transaction);
    const last = chain.at(-1)?.statement.key ?? null;
    if (last !== null && last !== current.key)
      throw new InputError(`the key at hand (${current.key}) is not the one that signs now (${last}); only that one can sign for a new one.`);
    if (next && chain.some(({ statement }) => statement.key === next.key)) throw new InputError('the new key was used before; make another.');
    if (last !== null && !next)
      throw new InputError(
        'this key is recorded already; give the new one as BUNDLE_SIGNING_KEY_NEXT, BUNDLE_SIGNING_KEY_NEXT_FILE or BUNDLE_SIGNER_URL_NEXT.',
      );
    if (next?.key === current.key) throw new InputError('the new key is the one of now; make another.');
    const at = new Date().toISOString();
    const signed = [
      ...(last === null ? [await signKey(current, { previous: null, at })] : []),
      ...(next ? [await signKey(next, { previous: current, at })] : []),
    ];
    if (!signed.every(isSignedKey))
      throw new InputError('a signature does not hold against the key that was named; look at the key service. Nothing was recorded.');
    for (const payload of signed) await appendLedgerEntry(transaction, { repository: keyLedger, at, kind: 'bundle-key', subject: 'keys', payload });
    return signed;
  });
}
